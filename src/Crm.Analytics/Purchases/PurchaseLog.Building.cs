using Crm.Analytics.Grouping;
using Crm.Analytics.Parallelism;
using NodaTime;

namespace Crm.Analytics.Purchases;

public sealed partial class PurchaseLog
{
    private PurchaseLog(
        PurchaseKeys customers, PurchaseKeys products, PurchaseKeys orders, LogArrays arrays, int rowsWithoutCustomer, LocalDate? through)
    {
        (Customers, Products, Orders) = (customers, products, orders);
        (_rowStarts, _days, _amounts) = (arrays.RowStarts, arrays.Days, arrays.Amounts);
        (_quantities, _products, _orders, _costs) = (arrays.Quantities, arrays.Products, arrays.Orders, arrays.Costs);
        RowsWithoutCustomer = rowsWithoutCustomer;
        (TotalAmount, ReturnRowCount) = Total();
        var (first, last) = FirstAndLastDay();
        ObservedThrough = through ?? (RowCount == 0 ? null : DayNumber.ToDate(last));
        Window = RowCount == 0 ? null : new ObservationWindow(DayNumber.ToDate(first), ObservedThrough!.Value);
    }

    /// <summary>Builds a log from rows in any order.</summary>
    /// <param name="rows">The rows; all keys of a column are of one kind.</param>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor. The log is the same at any degree.</param>
    /// <exception cref="ArgumentException">As for <see cref="PurchaseLogBuilder.Add"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public static PurchaseLog From(IEnumerable<PurchaseRow> rows, int? degreeOfParallelism = null)
    {
        var builder = new PurchaseLogBuilder();
        builder.AddRange(rows);
        return builder.Build(degreeOfParallelism);
    }

    /// <summary>Builds a log from rows that arrive in any order.</summary>
    /// <param name="rows">The rows; all keys of a column are of one kind.</param>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor. The log is the same at any degree.</param>
    /// <param name="cancellationToken">Stops the reading of rows.</param>
    /// <exception cref="ArgumentException">As for <see cref="PurchaseLogBuilder.Add"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public static async Task<PurchaseLog> FromAsync(
        IAsyncEnumerable<PurchaseRow> rows, int? degreeOfParallelism = null, CancellationToken cancellationToken = default)
    {
        var builder = new PurchaseLogBuilder();
        await builder.AddRangeAsync(rows, cancellationToken).ConfigureAwait(false);
        return builder.Build(degreeOfParallelism);
    }

    /// <summary>Builds a log from columns whose rows are in any order.</summary>
    /// <param name="columns">The columns, read and not kept.</param>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor. The log is the same at any degree.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a day lies outside the years that NodaTime supports.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public static PurchaseLog From(PurchaseColumns columns, int? degreeOfParallelism = null)
    {
        ArgumentNullException.ThrowIfNull(columns);
        columns.Check();
        var range = DayRange.Of(columns.Days.Span);
        var degree = Slices.Degree(degreeOfParallelism);
        var scratch = new RowScratch();
        var (customers, positions) = KeyEncoder.Encode(columns.Customers, degree, scratch);
        var (products, productPositions) = Encode(columns.Products, degree, scratch);
        var (orders, orderPositions) = Encode(columns.Orders, degree, scratch);

        // With amounts alone they travel with the rows; more columns are cheaper to fetch by row number afterwards.
        var amountsOnly = columns.Quantities.IsEmpty && columns.Costs.IsEmpty
            && productPositions.Length == 0 && orderPositions.Length == 0;
        var grouped = RowGrouping.Group(positions, customers.Count, columns.Days, range, amountsOnly ? columns.Amounts : default, degree, scratch);
        var arrays = new LogArrays(grouped.RowStarts, grouped.Days, grouped.Payloads);
        if (!amountsOnly)
        {
            var rows = grouped.Payloads;
            arrays = new LogArrays(grouped.RowStarts, grouped.Days, Fetch(columns.Amounts, rows, degree))
            {
                Quantities = Fetch(columns.Quantities, rows, degree),
                Products = Fetch<int>(productPositions, rows, degree),
                Orders = Fetch<int>(orderPositions, rows, degree),
                Costs = Fetch(columns.Costs, rows, degree),
            };
        }

        return new PurchaseLog(customers, products, orders, arrays, columns.Customers.Count - arrays.Days.Length, null);
    }

    private static (PurchaseKeys Keys, int[] Positions) Encode(PurchaseKeyColumn? column, int degree, RowScratch scratch) =>
        column is null ? (PurchaseKeys.Empty, []) : KeyEncoder.Encode(column, degree, scratch);

    private static T[] Fetch<T>(ReadOnlyMemory<T> column, long[] rows, int degree)
    {
        if (column.IsEmpty) return [];
        var fetched = GC.AllocateUninitializedArray<T>(rows.Length);
        var slices = Slices.Count(rows.Length, degree, 1 << 16);
        Slices.Run(slices, degree, slice =>
        {
            var source = column.Span;
            var (start, end) = Slices.Range(slice, slices, rows.Length);
            for (var row = start; row < end; row++) fetched[row] = source[(int)rows[row]];
        });
        return fetched;
    }

    private (long Amount, int Returns) Total()
    {
        var (amount, returns) = (0L, 0);
        for (var row = 0; row < _amounts.Length; row++)
        {
            amount = checked(amount + _amounts[row]);
            if (IsReturn(row)) returns++;
        }

        return (amount, returns);
    }

    private (int First, int Last) FirstAndLastDay()
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var customer = 0; customer < CustomerCount; customer++)
        {
            if (_rowStarts[customer] == _rowStarts[customer + 1]) continue;
            first = Math.Min(first, _days[_rowStarts[customer]]);
            last = Math.Max(last, _days[_rowStarts[customer + 1] - 1]);
        }

        return (first, last);
    }

    /// <summary>The columns of a log; absent ones are empty.</summary>
    private sealed record LogArrays(int[] RowStarts, int[] Days, long[] Amounts)
    {
        public long[] Quantities { get; init; } = [];

        public int[] Products { get; init; } = [];

        public int[] Orders { get; init; } = [];

        public long[] Costs { get; init; } = [];
    }
}
