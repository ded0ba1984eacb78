using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A journey was begun as a draft.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-created")]
public sealed record JourneyCreated(JourneyId JourneyId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>The draft of a journey was written.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-rewritten")]
public sealed record JourneyRewritten(JourneyId JourneyId, string Key, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A journey has another name.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">The name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-renamed")]
public sealed record JourneyRenamed(JourneyId JourneyId, string Key, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>Contacts enter a version of a journey from now on.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The version.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-published")]
public sealed record JourneyPublished(JourneyId JourneyId, string Key, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>Nobody enters a journey any more.</summary>
/// <param name="JourneyId">The journey.</param>
/// <param name="Key">Its key.</param>
/// <param name="Number">The version that was published.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.journey-retired")]
public sealed record JourneyRetired(JourneyId JourneyId, string Key, int Number, Instant OccurredAt) : ICrmEvent;
