using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A customer came into the audience of a campaign. Not raised by campaigns that run, which write whole batches.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-recipient-planned")]
public sealed record CampaignRecipientPlanned(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, CampaignRecipientStatus Status, Instant OccurredAt) : ICrmEvent;

/// <summary>The message of a recipient was given another time or variant.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="DueAt">When it is due now; null when it is skipped.</param>
/// <param name="OccurredAt">When that was decided.</param>
[CrmEvent("marketing.campaign-recipient-replanned")]
public sealed record CampaignRecipientReplanned(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, Instant? DueAt, Instant OccurredAt) : ICrmEvent;

/// <summary>The message of a recipient was handed on to be sent.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="MessageId">The message.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-message-queued")]
public sealed record CampaignMessageQueued(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, OutboundMessageId MessageId, Instant OccurredAt) : ICrmEvent;

/// <summary>A recipient gets no message after all.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-recipient-skipped")]
public sealed record CampaignRecipientSkipped(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, SkipReason Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>The message of a recipient could not be sent.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-message-failed")]
public sealed record CampaignMessageFailed(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, Instant OccurredAt) : ICrmEvent;

/// <summary>A recipient responded, or something happened to the message.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="CampaignId">The campaign.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-responded")]
public sealed record CampaignResponded(CampaignRecipientId RecipientId, CampaignId CampaignId, CustomerId CustomerId, CampaignResponseKind Kind, Instant OccurredAt) : ICrmEvent;
