namespace Crm.Analytics.Profit;

/// <summary>Some customers together.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Total">From their sales to their profit.</param>
/// <param name="Drivers">What moves their profit away from what such sales usually leave, the largest first.</param>
public sealed record ProfitGroup(int Customers, ProfitStatement Total, IReadOnlyList<ProfitDriver> Drivers);
