using Crm.Domain.Customers;
using Crm.Domain.Marketing;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>How far the audience of a campaign was taken.</summary>
internal sealed class CampaignProgressRow
{
    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; init; }

    /// <summary>The last customer taken; null before the first.</summary>
    public CustomerId? After { get; init; }

    /// <summary>Whether the whole audience was.</summary>
    public bool IsTaken { get; init; }

    /// <summary>Whether nobody waits for the winner any more.</summary>
    public bool IsReleased { get; init; }
}
