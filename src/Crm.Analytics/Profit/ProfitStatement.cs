namespace Crm.Analytics.Profit;

/// <summary>From sales to profit, of one customer or of many. Exact to 1/10,000.</summary>
/// <param name="Sales">Sales before discounts and returns.</param>
/// <param name="Discounts">What customers were let off.</param>
/// <param name="Returns">What was given back for returns.</param>
/// <param name="CostOfGoods">What the goods cost; those that came back taken off.</param>
/// <param name="CostToServe">What was done for customers, by the tariff.</param>
/// <param name="Overhead">The share of costs that no customer causes.</param>
public sealed record ProfitStatement(decimal Sales, decimal Discounts, decimal Returns, decimal CostOfGoods, decimal CostToServe, decimal Overhead)
{
    /// <summary>Sales less discounts and returns.</summary>
    public decimal NetSales => Sales - Discounts - Returns;

    /// <summary>Net sales less what the goods cost.</summary>
    public decimal GrossProfit => NetSales - CostOfGoods;

    /// <summary>What is left of it after cost to serve and overhead.</summary>
    public decimal Profit => GrossProfit - CostToServe - Overhead;

    /// <summary>Profit as a share of net sales; null where these are not above 0.</summary>
    public double? Margin => NetSales > 0 ? (double)(Profit / NetSales) : null;

    /// <summary>One of the things that come off.</summary>
    /// <param name="component">Which.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such component.</exception>
    public decimal this[ProfitComponent component] => component switch
    {
        ProfitComponent.Discounts => Discounts,
        ProfitComponent.Returns => Returns,
        ProfitComponent.CostOfGoods => CostOfGoods,
        ProfitComponent.CostToServe => CostToServe,
        ProfitComponent.Overhead => Overhead,
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, "Not a defined component."),
    };
}
