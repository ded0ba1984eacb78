using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>
/// Purchase rows in columns, ordered by customer (ascending key), then day, then source order. The one input of every
/// purchase function. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// Row i belongs to the customer c with <c>RowStarts[c] &lt;= i &lt; RowStarts[c + 1]</c>. Customers, products and
/// orders are known by their position in the ascending list of their keys. Amounts, quantities and costs are 64-bit
/// counts of 1/10,000, so sums are exact. Returns (negative rows) are kept. At most 2^31 − 1 rows.
/// </remarks>
public sealed partial class PurchaseLog
{
    private readonly int[] _rowStarts;
    private readonly int[] _days;
    private readonly long[] _amounts;
    private readonly long[] _quantities;
    private readonly int[] _products;
    private readonly int[] _orders;
    private readonly long[] _costs;

    /// <summary>The keys of the customers, ascending.</summary>
    public PurchaseKeys Customers { get; }

    /// <summary>The keys of the products, ascending; empty without products.</summary>
    public PurchaseKeys Products { get; }

    /// <summary>The keys of the orders, ascending; empty without orders.</summary>
    public PurchaseKeys Orders { get; }

    /// <summary>How many customers the log has.</summary>
    public int CustomerCount => Customers.Count;

    /// <summary>How many rows the log has.</summary>
    public int RowCount => _days.Length;

    /// <summary>How many source rows were left out because they name no customer.</summary>
    public int RowsWithoutCustomer { get; }

    /// <summary>How many rows are returns: a negative amount, or a zero amount with a negative quantity.</summary>
    public int ReturnRowCount { get; }

    /// <summary>The sum of all amounts, returns included, in counts of 1/10,000.</summary>
    public long TotalAmount { get; }

    /// <summary>The days the log covers; null for a log without rows.</summary>
    public ObservationWindow? Window { get; }

    /// <summary>The last day observed; null for a log without rows that was not cut at a day.</summary>
    public LocalDate? ObservedThrough { get; }

    /// <summary>Where each customer's rows start, with one more entry for the end.</summary>
    public ReadOnlySpan<int> RowStarts => _rowStarts;

    /// <summary>The day of each row, as <see cref="DayNumber"/> counts days.</summary>
    public ReadOnlySpan<int> Days => _days;

    /// <summary>The amount of each row in counts of 1/10,000.</summary>
    public ReadOnlySpan<long> Amounts => _amounts;

    /// <summary>The quantity of each row in counts of 1/10,000; empty when all are 1.</summary>
    public ReadOnlySpan<long> Quantities => _quantities;

    /// <summary>The product position of each row, −1 for none; empty without products.</summary>
    public ReadOnlySpan<int> ProductPositions => _products;

    /// <summary>The order position of each row, −1 for none; empty without orders.</summary>
    public ReadOnlySpan<int> OrderPositions => _orders;

    /// <summary>The cost of each row in counts of 1/10,000; empty when no cost is known.</summary>
    public ReadOnlySpan<long> Costs => _costs;

    /// <summary>The rows of one customer.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such customer.</exception>
    public Range RowsOf(int customer) => _rowStarts[customer].._rowStarts[customer + 1];

    /// <summary>Whether a row is a return.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such row.</exception>
    public bool IsReturn(int row) =>
        _amounts[row] < 0 || (_amounts[row] == 0 && _quantities.Length > 0 && _quantities[row] < 0);
}
