using Crm.Domain.Values;

namespace Crm.Domain.Marketing;

/// <summary>The revenue that a campaign gets, in one currency. All rows of a currency sum to its revenue exactly.</summary>
/// <param name="Campaign">The campaign's key; null for what no campaign reached.</param>
/// <param name="Revenue">The revenue.</param>
/// <param name="Facts">Of how many orders or deals it has a part.</param>
public sealed record CampaignRevenue(string? Campaign, Money Revenue, int Facts)
{
    /// <summary>What was spent on the campaign, once, however many orders there are; null for nothing, or where it was spent in another currency.</summary>
    public Money? Cost { get; init; }

    /// <summary>Revenue less cost, in parts of the cost; null without a cost.</summary>
    public decimal? ReturnOnInvestment => Cost is { IsZero: false } cost ? (Revenue.Amount - cost.Amount) / cost.Amount : null;
}
