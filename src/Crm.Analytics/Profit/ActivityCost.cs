namespace Crm.Analytics.Profit;

/// <summary>What one activity came to.</summary>
/// <param name="Activity">Its name.</param>
/// <param name="Quantity">How much of it was done.</param>
/// <param name="Cost">What that cost.</param>
public sealed record ActivityCost(string Activity, decimal Quantity, decimal Cost);
