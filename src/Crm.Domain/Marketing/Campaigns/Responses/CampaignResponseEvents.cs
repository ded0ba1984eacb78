using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A response was heard of.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-response-recorded")]
public sealed record CampaignResponseRecorded(CampaignResponseId ResponseId, CampaignRecipientId RecipientId, CampaignResponseKind Kind, CampaignResponseOutcome Outcome, Instant OccurredAt) : ICrmEvent;

/// <summary>A response that waited was noted with its recipient.</summary>
/// <param name="ResponseId">The response.</param>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-response-applied")]
public sealed record CampaignResponseApplied(CampaignResponseId ResponseId, CampaignRecipientId RecipientId, CampaignResponseKind Kind, Instant OccurredAt) : ICrmEvent;
