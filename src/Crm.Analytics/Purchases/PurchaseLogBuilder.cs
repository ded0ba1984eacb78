using Crm.Analytics.Grouping;

namespace Crm.Analytics.Purchases;

/// <summary>Collects purchase rows in any order and builds a <see cref="PurchaseLog"/> from them.</summary>
/// <remarks>
/// Adding only stores a row; keys become positions in <see cref="Build"/>. Building does not empty the builder, so
/// that rows can be added and a longer log built again. Not safe for use by several threads at once.
/// </remarks>
public sealed class PurchaseLogBuilder
{
    private readonly KeyColumnBuilder _customers = new("Customer");
    private readonly KeyColumnBuilder _products = new("Product");
    private readonly KeyColumnBuilder _orders = new("Order");
    private readonly ColumnBuffer<int> _days = new();
    private readonly ColumnBuffer<long> _amounts = new();
    private readonly ColumnBuffer<long> _quantities = new();
    private readonly ColumnBuffer<long> _costs = new();

    /// <summary>How many rows were added.</summary>
    public int RowCount => _days.Count;

    /// <summary>Adds one row.</summary>
    /// <exception cref="ArgumentException">
    /// A key is of another kind than the same column's earlier keys, or a number has more than four decimals or does
    /// not fit. The row is then not added.
    /// </exception>
    public void Add(in PurchaseRow row)
    {
        var amount = FixedPoint.FromDecimal(row.Amount, nameof(row.Amount));
        var quantity = FixedPoint.FromDecimal(row.Quantity, nameof(row.Quantity));
        var cost = row.Cost is { } known ? FixedPoint.FromDecimal(known, nameof(row.Cost)) : 0;
        _customers.Check(row.Customer);
        _products.Check(row.Product);
        _orders.Check(row.Order);

        var count = RowCount;
        _customers.Add(row.Customer);
        _products.Add(row.Product);
        _orders.Add(row.Order);
        _days.Add(DayNumber.FromDate(row.Day));
        _amounts.Add(amount);
        AddUnlessUsual(_quantities, quantity, FixedPoint.Scale, count);
        AddUnlessUsual(_costs, cost, 0, count);
    }

    /// <summary>Adds rows.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>; the rows before the wrong one stay added.</exception>
    public void AddRange(IEnumerable<PurchaseRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var row in rows) Add(row);
    }

    /// <summary>Adds rows as they arrive.</summary>
    /// <exception cref="ArgumentException">As for <see cref="Add"/>; the rows before the wrong one stay added.</exception>
    public async Task AddRangeAsync(IAsyncEnumerable<PurchaseRow> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false)) Add(row);
    }

    /// <summary>Builds a log of all rows added so far.</summary>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor. The log is the same at any degree.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public PurchaseLog Build(int? degreeOfParallelism = null) => PurchaseLog.From(
        new PurchaseColumns
        {
            Customers = _customers.ToColumn(),
            Days = _days.Items,
            Amounts = _amounts.Items,
            Quantities = _quantities.Items,
            Products = NullIfEmpty(_products),
            Orders = NullIfEmpty(_orders),
            Costs = _costs.Items,
        },
        degreeOfParallelism);

    private static PurchaseKeyColumn? NullIfEmpty(KeyColumnBuilder keys) =>
        keys.ToColumn() is { Kind: not PurchaseKeyKind.None } column ? column : null;

    /// <summary>Starts a column only at the first value that differs from what an absent column means.</summary>
    private static void AddUnlessUsual(ColumnBuffer<long> column, long value, long usual, int rowsBefore)
    {
        if (column.Count == 0)
        {
            if (value == usual) return;
            column.AddRepeated(usual, rowsBefore);
        }

        column.Add(value);
    }
}
