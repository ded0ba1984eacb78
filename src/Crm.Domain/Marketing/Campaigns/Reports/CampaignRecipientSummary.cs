using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A recipient of a campaign in a list.</summary>
/// <param name="Id">The recipient.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="DisplayName">The customer's name.</param>
/// <param name="Status">How far it is.</param>
/// <param name="Reason">Why it gets nothing.</param>
/// <param name="Variant">What it gets.</param>
/// <param name="DueAt">When it is to be sent.</param>
/// <param name="SentAt">When it was sent.</param>
public sealed record CampaignRecipientSummary(
    CampaignRecipientId Id, CustomerId CustomerId, string DisplayName, CampaignRecipientStatus Status, SkipReason? Reason, string? Variant, Instant? DueAt, Instant? SentAt);
