namespace Crm.Domain.Marketing;

/// <summary>Revenue divided among campaigns.</summary>
/// <param name="Rows">The campaigns by key, what nobody reached last.</param>
public sealed record CampaignRevenueReport(IReadOnlyList<CampaignRevenue> Rows);
