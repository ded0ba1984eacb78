using Crm.Analytics.Purchases;

namespace Crm.Benchmarks;

/// <summary>
/// Purchases of customers who buy at rates that are gamma distributed (shape 0.6) over 730 days, in no order, under keys that say nothing:
/// unordered 64-bit numbers.
/// </summary>
internal sealed class PurchaseSimulation
{
    private const int Days = 730;
    private const double RateShape = 0.6;

    public PurchaseSimulation(int rows, int customers)
    {
        var random = new Random(5);
        var rates = new double[customers];
        var keys = new long[customers];
        for (var i = 0; i < customers; i++)
        {
            rates[i] = Gamma(random, RateShape) + (i == 0 ? 0 : rates[i - 1]);
            keys[i] = random.NextInt64();
        }

        (Customers, Day, Amounts) = (new long[rows], new int[rows], new long[rows]);
        for (var i = 0; i < rows; i++)
        {
            var found = Array.BinarySearch(rates, random.NextDouble() * rates[^1]);
            Customers[i] = keys[Math.Min(found >= 0 ? found : ~found, customers - 1)];
            Day[i] = 20_000 + random.Next(Days);
            Amounts[i] = random.Next(100, 20_000) * 100L;
        }
    }

    public long[] Customers { get; }

    public int[] Day { get; }

    public long[] Amounts { get; }

    public PurchaseColumns Columns => new() { Customers = PurchaseKeyColumn.From(Customers.AsMemory()), Days = Day, Amounts = Amounts };

    public void WriteTo(string file)
    {
        using var writer = new StreamWriter(file, false, new System.Text.UTF8Encoding(false), 1 << 20);
        writer.Write("customer,day,amount\n");
        for (var i = 0; i < Day.Length; i++)
        {
            writer.Write(Customers[i]);
            writer.Write(',');
            writer.Write(Day[i]);
            writer.Write(',');
            writer.Write(Amounts[i]);
            writer.Write('\n');
        }
    }

    /// <summary>A gamma variable of unit scale (G. Marsaglia and W. Tsang 2000).</summary>
    public static double Gamma(Random random, double shape)
    {
        if (shape < 1)
        {
            return Gamma(random, shape + 1) * Math.Pow(1 - random.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        while (true)
        {
            var x = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var v = Math.Pow(1 + (x / Math.Sqrt(9 * d)), 3);
            if (v > 0 && Math.Log(1 - random.NextDouble()) < (x * x / 2) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }
}
