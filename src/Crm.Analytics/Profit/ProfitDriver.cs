namespace Crm.Analytics.Profit;

/// <summary>How one component moves profit away from what such sales usually leave.</summary>
/// <param name="Component">What comes off sales.</param>
/// <param name="Amount">What is usually taken off such sales less what was: below 0, it costs profit; above, it adds.</param>
public sealed record ProfitDriver(ProfitComponent Component, decimal Amount);
