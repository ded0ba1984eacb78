using Crm.Analytics.Purchases;

namespace Crm.Analytics.Profit;

/// <summary>From sales to profit for every customer, in arrays of counts of 1/10,000 aligned with <see cref="Customers"/>. Immutable.</summary>
public sealed class ProfitTable
{
    private readonly ProfitColumns _columns;
    private readonly CustomerCharges _charges;
    private readonly long[] _netSales;
    private readonly long[] _profits;

    internal ProfitTable(PurchaseKeys customers, ProfitColumns columns, ProfitOptions options, CustomerCharges charges)
    {
        (Customers, _columns, Options, _charges) = (customers, columns, options, charges);
        (_netSales, _profits) = (new long[columns.Count], new long[columns.Count]);
        for (var customer = 0; customer < columns.Count; customer++)
            (_netSales[customer], _profits[customer]) = (columns.NetSales(customer), columns.Profit(customer));
        Total = Sum(_ => true);
        Concentration = ConcentrationCurve.Of(_profits);
    }

    /// <summary>The keys of the customers, ascending: all of the log, and all who were served or let off something.</summary>
    public PurchaseKeys Customers { get; }

    /// <summary>How profit was computed.</summary>
    public ProfitOptions Options { get; }

    /// <summary>Whether the log says what goods cost. Where it does not, that counts as nothing.</summary>
    public bool CostsAreKnown { get; internal init; }

    /// <summary>Sales less discounts and returns.</summary>
    public ReadOnlySpan<long> NetSales => _netSales;

    /// <summary>Profits.</summary>
    public ReadOnlySpan<long> Profits => _profits;

    /// <summary>All customers together.</summary>
    public ProfitStatement Total { get; }

    /// <summary>How profit is spread over customers: the whale curve.</summary>
    public ConcentrationCurve Concentration { get; }

    /// <summary>What each activity came to, by name.</summary>
    public IReadOnlyList<ActivityCost> Activities => _charges.Activities;

    /// <summary>How many uses and discounts were left out because they name no customer.</summary>
    public int RowsWithoutCustomer => _charges.RowsWithoutCustomer;

    /// <summary>One customer.</summary>
    /// <param name="customer">The position.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public ProfitStatement this[int customer] => new(
        FixedPoint.ToDecimal(_columns.Sales[customer]), FixedPoint.ToDecimal(_columns.Discounts[customer]), FixedPoint.ToDecimal(_columns.Returns[customer]),
        FixedPoint.ToDecimal(_columns.CostOfGoods[customer]), FixedPoint.ToDecimal(_columns.CostToServe[customer]), FixedPoint.ToDecimal(_columns.Overhead[customer]));

    /// <summary>What moves one customer's profit away from what such sales usually leave, the largest first.</summary>
    /// <param name="customer">The position.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    /// <remarks>The amounts add up to profit − sales × the profit that all customers together leave of one of sales.</remarks>
    public IReadOnlyList<ProfitDriver> DriversOf(int customer) => Drivers(this[customer]);

    /// <summary>Splits customers into those who leave profit, nothing, or a loss.</summary>
    public ProfitSplit Split() => new(Group(profit => profit > 0), Group(profit => profit == 0), Group(profit => profit < 0));

    private ProfitGroup Group(Func<long, bool> belongs)
    {
        var total = Sum(customer => belongs(_profits[customer]));
        return new ProfitGroup(_profits.Count(belongs), total, Drivers(total));
    }

    private List<ProfitDriver> Drivers(ProfitStatement statement) =>
    [
        .. from component in Enum.GetValues<ProfitComponent>()
           let usual = Total.Sales > 0 ? decimal.Round(statement.Sales * (Total[component] / Total.Sales), 4) : 0
           let driver = new ProfitDriver(component, usual - statement[component])
           orderby decimal.Abs(driver.Amount) descending, component
           select driver,
    ];

    private ProfitStatement Sum(Func<int, bool> belongs)
    {
        var (sales, discounts, returns, goods, service, overhead) = (0L, 0L, 0L, 0L, 0L, 0L);
        for (var i = 0; i < _columns.Count; i++)
        {
            if (!belongs(i)) continue;
            sales = checked(sales + _columns.Sales[i]);
            discounts = checked(discounts + _columns.Discounts[i]);
            returns = checked(returns + _columns.Returns[i]);
            goods = checked(goods + _columns.CostOfGoods[i]);
            service = checked(service + _columns.CostToServe[i]);
            overhead = checked(overhead + _columns.Overhead[i]);
        }

        return new ProfitStatement(
            FixedPoint.ToDecimal(sales), FixedPoint.ToDecimal(discounts), FixedPoint.ToDecimal(returns),
            FixedPoint.ToDecimal(goods), FixedPoint.ToDecimal(service), FixedPoint.ToDecimal(overhead));
    }
}
