using Crm.Domain.Customers;

namespace Crm.Domain.Marketing;

/// <summary>How far the audience of a campaign was taken: written in the transaction of each batch, so that whoever goes on knows where.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="After">The last customer taken, in the order of ids; null before the first.</param>
/// <param name="IsTaken">Whether the whole audience was.</param>
/// <param name="IsReleased">Whether nobody waits for the winner any more.</param>
public sealed record CampaignProgress(CampaignId CampaignId, CustomerId? After, bool IsTaken, bool IsReleased);
