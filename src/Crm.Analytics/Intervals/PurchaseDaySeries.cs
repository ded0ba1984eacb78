using Crm.Analytics.Grouping;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;

namespace Crm.Analytics.Intervals;

/// <summary>Ascending distinct purchase days of each customer, or of each customer with each product, one series after the other.</summary>
internal sealed class PurchaseDaySeries
{
    private const int MinimumCustomersPerSlice = 1 << 10;

    private PurchaseDaySeries(int[] customers, int[] products, int[] starts, int[] days) =>
        (Customers, Products, Starts, Days) = (customers, products, starts, days);

    public int[] Customers { get; }

    /// <summary>Empty when products do not matter.</summary>
    public int[] Products { get; }

    public int[] Starts { get; }

    public int[] Days { get; }

    public int Count => Customers.Length;

    public ReadOnlySpan<int> DaysOf(int series) => Days.AsSpan(Starts[series], Starts[series + 1] - Starts[series]);

    /// <summary>One series per customer of the log, empty for one without a purchase.</summary>
    public static PurchaseDaySeries ByCustomer(PurchaseLog log, int lastDay, int degree) => Collect(log, degree, (customer, _, chunk) =>
    {
        var days = log.Days;
        chunk.Start(customer);
        var (row, end) = (log.RowStarts[customer], log.RowStarts[customer + 1]);
        for (; row < end && days[row] <= lastDay; row++)
        {
            if (!log.IsReturn(row)) chunk.Add(days[row]);
        }

        chunk.Finish();
    });

    /// <summary>One series per pair of customer and product that occurs; rows without a product are left out.</summary>
    public static PurchaseDaySeries ByCustomerAndProduct(PurchaseLog log, int lastDay, int degree) => Collect(log, degree, (customer, keys, chunk) =>
    {
        if (log.ProductPositions.IsEmpty) return;
        var days = log.Days;
        var products = log.ProductPositions;
        keys.Clear();
        var (row, end) = (log.RowStarts[customer], log.RowStarts[customer + 1]);
        for (; row < end && days[row] <= lastDay; row++)
        {
            // Days are shifted to unsigned numbers, so that negative ones come first.
            if (products[row] >= 0 && !log.IsReturn(row)) keys.Add(((long)products[row] << 32) | ((uint)days[row] ^ 0x8000_0000));
        }

        keys.Sort();
        var product = -1;
        foreach (var key in keys)
        {
            if (product != (int)(key >> 32))
            {
                if (product >= 0) chunk.Finish();
                product = (int)(key >> 32);
                chunk.Start(customer, product);
            }

            chunk.Add((int)((uint)key ^ 0x8000_0000));
        }

        if (product >= 0) chunk.Finish();
    });

    private static PurchaseDaySeries Collect(PurchaseLog log, int degree, Action<int, List<long>, Chunk> collect)
    {
        var slices = Slices.Count(log.CustomerCount, degree, MinimumCustomersPerSlice);
        var chunks = new Chunk[slices];
        Slices.Run(slices, degree, slice =>
        {
            var (chunk, keys) = (new Chunk(), new List<long>());
            var (start, end) = Slices.Range(slice, slices, log.CustomerCount);
            for (var customer = start; customer < end; customer++) collect(customer, keys, chunk);
            chunks[slice] = chunk;
        });

        var customers = Concatenate(chunks, chunk => chunk.Customers);
        var products = Concatenate(chunks, chunk => chunk.Products);
        var lengths = Concatenate(chunks, chunk => chunk.Lengths);
        var starts = new int[customers.Length + 1];
        for (var series = 0; series < lengths.Length; series++) starts[series + 1] = starts[series] + lengths[series];
        return new PurchaseDaySeries(customers, products, starts, Concatenate(chunks, chunk => chunk.Days));
    }

    private static int[] Concatenate(Chunk[] chunks, Func<Chunk, ColumnBuffer<int>> column)
    {
        var whole = GC.AllocateUninitializedArray<int>(chunks.Sum(chunk => column(chunk).Count));
        var next = 0;
        foreach (var chunk in chunks)
        {
            column(chunk).Items.Span.CopyTo(whole.AsSpan(next));
            next += column(chunk).Count;
        }

        return whole;
    }

    /// <summary>The series of one slice of customers.</summary>
    private sealed class Chunk
    {
        private int _start;
        private int _lastDay;

        public ColumnBuffer<int> Customers { get; } = new();

        public ColumnBuffer<int> Products { get; } = new();

        public ColumnBuffer<int> Lengths { get; } = new();

        public ColumnBuffer<int> Days { get; } = new();

        public void Start(int customer, int product = -1)
        {
            Customers.Add(customer);
            if (product >= 0) Products.Add(product);
            _start = Days.Count;
        }

        public void Add(int day)
        {
            if (Days.Count > _start && day == _lastDay) return;
            Days.Add(day);
            _lastDay = day;
        }

        public void Finish() => Lengths.Add(Days.Count - _start);
    }
}
