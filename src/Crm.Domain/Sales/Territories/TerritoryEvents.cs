using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A territory was made.</summary>
/// <param name="TerritoryId">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.territory-created")]
public sealed record TerritoryCreated(TerritoryId TerritoryId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>What a territory takes, or who answers for it, changed.</summary>
/// <param name="TerritoryId">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.territory-configured")]
public sealed record TerritoryConfigured(TerritoryId TerritoryId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A territory takes what no other does, or does so no more.</summary>
/// <param name="TerritoryId">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsFallback">Whether it does.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.territory-fallback-changed")]
public sealed record TerritoryFallbackChanged(TerritoryId TerritoryId, string Name, bool IsFallback, Instant OccurredAt) : ICrmEvent;

/// <summary>A territory was retired, or taken up again.</summary>
/// <param name="TerritoryId">The territory.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsRetired">Whether it is retired.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.territory-retirement-changed")]
public sealed record TerritoryRetirementChanged(TerritoryId TerritoryId, string Name, bool IsRetired, Instant OccurredAt) : ICrmEvent;

/// <summary>A lead came into a territory.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="FromId">The territory before; null for none.</param>
/// <param name="TerritoryId">The territory since.</param>
/// <param name="OwnerId">Who answers for the lead since.</param>
/// <param name="QueueId">The queue that it waits in or was given out of.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-entered-territory")]
public sealed record LeadEnteredTerritory(LeadId LeadId, TerritoryId? FromId, TerritoryId TerritoryId, string? OwnerId, LeadQueueId? QueueId, Instant OccurredAt) : ICrmEvent;

/// <summary>An opportunity came into a territory.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="FromId">The territory before; null for none.</param>
/// <param name="TerritoryId">The territory since.</param>
/// <param name="OwnerId">Who answers for the opportunity since.</param>
/// <param name="TeamId">The team since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-entered-territory")]
public sealed record OpportunityEnteredTerritory(OpportunityId OpportunityId, TerritoryId? FromId, TerritoryId TerritoryId, string? OwnerId, string? TeamId, Instant OccurredAt) : ICrmEvent;
