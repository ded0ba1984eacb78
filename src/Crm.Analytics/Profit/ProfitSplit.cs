namespace Crm.Analytics.Profit;

/// <summary>Customers by what they leave.</summary>
/// <param name="Profitable">Those who leave profit.</param>
/// <param name="BreakEven">Those who leave exactly nothing.</param>
/// <param name="Unprofitable">Those who leave a loss.</param>
public sealed record ProfitSplit(ProfitGroup Profitable, ProfitGroup BreakEven, ProfitGroup Unprofitable);
