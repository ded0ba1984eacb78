using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>That a campaign reached a customer.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Campaign">The campaign's key.</param>
/// <param name="At">When.</param>
public sealed record CampaignTouch(CustomerId CustomerId, string Campaign, Instant At);
