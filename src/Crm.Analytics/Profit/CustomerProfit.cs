using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>Profit per customer: sales − discounts − returns − cost of goods − cost to serve − a share of overhead.</summary>
public static class CustomerProfit
{
    /// <summary>Computes the profit of every customer who bought, was let off something or was served.</summary>
    /// <param name="log">The purchases, with costs where they are known; a return's cost is negative where the goods came back.</param>
    /// <param name="services">What was done for customers; null for nothing.</param>
    /// <param name="discounts">What customers were let off; null for nothing.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">An activity is not in the tariff, keys are of another kind than the log's, an amount has more than four decimals, or there is nobody to share overhead.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OverflowException">A sum does not fit 64 bits of 1/10,000.</exception>
    /// <remarks>All sums are exact: what customers have adds up to the totals, and net sales to the log's total.</remarks>
    public static ProfitTable From(
        PurchaseLog log, IEnumerable<ServiceUse>? services = null, IEnumerable<DiscountGiven>? discounts = null, ProfitOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        options ??= new ProfitOptions();
        options.Check();
        var charges = CustomerCharges.Collect(services ?? [], discounts ?? [], options.Tariff);
        // Who was served and never bought counts too, and costs most.
        var (customers, fromLog, fromCharges) = log.Customers.Union(charges.Customers, "Customer");
        var columns = new ProfitColumns(customers.Count);
        for (var customer = 0; customer < log.CustomerCount; customer++) AddPurchases(log, customer, columns, fromLog[customer]);
        for (var i = 0; i < charges.Customers.Count; i++)
        {
            var customer = fromCharges[i];
            columns.CostToServe[customer] = charges.CostToServe[i];
            columns.Discounts[customer] = charges.Discounts[i];
            if (options.AmountsAreAfterDiscounts) columns.Sales[customer] = checked(columns.Sales[customer] + charges.Discounts[i]);
        }

        OverheadShares.Fill(columns, FixedPoint.FromDecimal(options.Overhead, nameof(options)), options.OverheadBasis);
        return new ProfitTable(customers, columns, options, charges) { CostsAreKnown = !log.Costs.IsEmpty };
    }

    private static void AddPurchases(PurchaseLog log, int customer, ProfitColumns columns, int place)
    {
        var (sales, returns, goods) = (0L, 0L, 0L);
        for (var row = log.RowStarts[customer]; row < log.RowStarts[customer + 1]; row++)
        {
            var amount = log.Amounts[row];
            if (amount >= 0) sales = checked(sales + amount);
            else returns = checked(returns - amount);
            if (!log.Costs.IsEmpty) goods = checked(goods + log.Costs[row]);
        }

        (columns.Sales[place], columns.Returns[place], columns.CostOfGoods[place]) = (sales, returns, goods);
    }
}
