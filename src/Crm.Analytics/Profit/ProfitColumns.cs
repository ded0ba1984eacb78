namespace Crm.Analytics.Profit;

/// <summary>What each customer has of each component, in counts of 1/10,000.</summary>
internal sealed class ProfitColumns(int customers)
{
    public long[] Sales { get; } = new long[customers];

    public long[] Discounts { get; } = new long[customers];

    public long[] Returns { get; } = new long[customers];

    public long[] CostOfGoods { get; } = new long[customers];

    public long[] CostToServe { get; } = new long[customers];

    public long[] Overhead { get; } = new long[customers];

    public int Count => Sales.Length;

    public long NetSales(int customer) => checked(Sales[customer] - Discounts[customer] - Returns[customer]);

    public long Profit(int customer) => checked(NetSales(customer) - CostOfGoods[customer] - CostToServe[customer] - Overhead[customer]);
}
