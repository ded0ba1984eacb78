using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Intervals;

/// <summary>Purchase intervals of customers, of products, or of customers with products.</summary>
/// <remarks>
/// Immutable and safe for any number of threads. The table holds the purchase days, four bytes each, and computes the
/// figures of a row when they are asked for; <see cref="Summaries"/> computes those of all rows on several threads.
/// </remarks>
public sealed class IntervalTable
{
    private const int MinimumRowsPerSlice = 1 << 8;

    private readonly int[] _rowStarts;
    private readonly int[] _order;

    internal IntervalTable(PurchaseLog log, IntervalGrouping grouping, PurchaseDaySeries series, LocalDate? asOf)
    {
        (Customers, Products, Grouping, Series, AsOf) = (log.Customers, log.Products, grouping, series, asOf);
        Window = asOf is { } day && log.Window is { } window && window.First <= day ? window with { Through = day } : null;
        (_rowStarts, _order) = grouping == IntervalGrouping.Product ? GroupByProduct(series, log.Products.Count) : ([], []);
        Count = grouping == IntervalGrouping.Product ? log.Products.Count : series.Count;
    }

    /// <summary>Whose intervals a row holds.</summary>
    public IntervalGrouping Grouping { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>The keys of the customers, ascending, as in the log.</summary>
    public PurchaseKeys Customers { get; }

    /// <summary>The keys of the products, ascending, as in the log.</summary>
    public PurchaseKeys Products { get; }

    /// <summary>The last day observed; null when the log is empty and no day was given.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The days the intervals come from; null when no row lies within them.</summary>
    public ObservationWindow? Window { get; }

    internal PurchaseDaySeries Series { get; }

    /// <summary>The figures of one row, computed from its purchase days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public IntervalSummary this[int row]
    {
        get
        {
            Check(row);
            var statistics = Statistics(row);
            return statistics.Summarise() with
            {
                Customer = Grouping == IntervalGrouping.Product ? default : Customers[Series.Customers[row]],
                Product = Grouping switch
                {
                    IntervalGrouping.Product => Products[row],
                    IntervalGrouping.CustomerProduct => Products[Series.Products[row]],
                    _ => default,
                },
            };
        }
    }

    /// <summary>The position of a row's customer in <see cref="Customers"/>; −1 in a table of products.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int CustomerOf(int row) => Check(row) && Grouping == IntervalGrouping.Product ? -1 : Series.Customers[row];

    /// <summary>The position of a row's product in <see cref="Products"/>; −1 in a table of customers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int ProductOf(int row) => Check(row) && Grouping == IntervalGrouping.Product
        ? row
        : Grouping == IntervalGrouping.CustomerProduct ? Series.Products[row] : -1;

    /// <summary>The row of a customer with a product, or −1; for tables of <see cref="IntervalGrouping.CustomerProduct"/>.</summary>
    /// <exception cref="InvalidOperationException">The table has another grouping.</exception>
    public int Find(PurchaseKey customer, PurchaseKey product)
    {
        if (Grouping != IntervalGrouping.CustomerProduct)
            throw new InvalidOperationException($"Rows are by {Grouping}; use the position of the key.");
        var (wantedCustomer, wantedProduct) = (Customers.Find(customer), Products.Find(product));
        if (wantedCustomer < 0 || wantedProduct < 0) return -1;
        var (low, high) = (0, Series.Count - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = (Series.Customers[middle], Series.Products[middle]).CompareTo((wantedCustomer, wantedProduct));
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>A row's intervals in days, ascending.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int[] IntervalsOf(int row) => Check(row) ? Statistics(row).Sorted() : [];

    /// <summary>A quantile of a row's intervals by linear interpolation (type 7 of Hyndman and Fan 1996); null without an interval.</summary>
    /// <param name="row">The row.</param>
    /// <param name="probability">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row, or the probability is not from 0 to 1.</exception>
    public double? Quantile(int row, double probability)
    {
        if (!(probability is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "From 0 to 1.");
        return IntervalStatistics.Quantile(IntervalsOf(row), probability);
    }

    /// <summary>The figures of all rows together, without a customer or product.</summary>
    public IntervalSummary Overall()
    {
        var statistics = new IntervalStatistics();
        for (var series = 0; series < Series.Count; series++) statistics.Add(Series.DaysOf(series));
        return statistics.Summarise();
    }

    /// <summary>The figures of every row.</summary>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public IntervalSummary[] Summaries(int? degreeOfParallelism = null)
    {
        var degree = Slices.Degree(degreeOfParallelism);
        var slices = Slices.Count(Count, degree, MinimumRowsPerSlice);
        var summaries = new IntervalSummary[Count];
        Slices.Run(slices, degree, slice =>
        {
            var (start, end) = Slices.Range(slice, slices, Count);
            for (var row = start; row < end; row++) summaries[row] = this[row];
        });
        return summaries;
    }

    private IntervalStatistics Statistics(int row)
    {
        var statistics = new IntervalStatistics();
        if (Grouping != IntervalGrouping.Product) statistics.Add(Series.DaysOf(row));
        else
            foreach (var series in _order.AsSpan(_rowStarts[row], _rowStarts[row + 1] - _rowStarts[row])) statistics.Add(Series.DaysOf(series));
        return statistics;
    }

    private bool Check(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
        return true;
    }

    private static (int[] Starts, int[] Order) GroupByProduct(PurchaseDaySeries series, int products)
    {
        var (starts, order) = (new int[products + 1], new int[series.Count]);
        foreach (var product in series.Products) starts[product + 1]++;
        for (var product = 0; product < products; product++) starts[product + 1] += starts[product];
        var next = starts[..^1];
        for (var i = 0; i < series.Count; i++) order[next[series.Products[i]]++] = i;
        return (starts, order);
    }
}
