using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Mathematics;
using Crm.Analytics.Parallelism;

namespace Crm.Analytics.Intervals;

public sealed partial class NextPurchases
{
    /// <summary>How many intervals of other products the mean of a product is drawn towards.</summary>
    private const double BorrowedIntervals = 5;

    private const int MaximumBuyers = 20_000;
    private const int MaximumIterations = 200;
    private const double GradientTolerance = 1e-8;
    private const int MinimumRowsPerSlice = 1 << 10;

    private NextPurchases(IntervalTable table, NextPurchaseOptions options)
    {
        (_table, _level) = (table, options.Level);
        var prior = new ShapePrior(Shares(table.Series));
        TypicalRegularity = prior.Typical;
        _shapes = Shapes(table.Series, prior, Slices.Degree(options.DegreeOfParallelism));
        _scales = table.Grouping == IntervalGrouping.CustomerProduct ? ProductMeans(table) : [];
        var buyers = Buyers();
        if (buyers.Count == 0)
        {
            Warnings = [new(FitWarningCode.NoRepeatPurchases, "No customer has bought twice, so no next purchase can be predicted.")];
            return;
        }

        var start = buyers.Sum(buyer => buyer.Total) / buyers.Sum(buyer => buyer.Shape);
        var maximum = new NewtonSearch(new IntervalRateLikelihood(buyers), GradientTolerance * buyers.Count, MaximumIterations)
            .Run([Math.Log(2), Math.Log(start)]);
        (RateShape, RateInterval) = (Math.Exp(maximum.Point[0]), Math.Exp(maximum.Point[1]));
        Warnings = maximum.Converged
            ? []
            : [new(FitWarningCode.NotConverged, string.Create(
                CultureInfo.InvariantCulture, $"The spread of rates over buyers was not found; the gradient norm is {maximum.GradientNorm:G3}."))];
    }

    /// <summary>Learns from a table of customers, or of customers with products.</summary>
    /// <param name="table">The intervals.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">The table is one of products, which have no next purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static NextPurchases From(IntervalTable table, NextPurchaseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Grouping == IntervalGrouping.Product)
            throw new ArgumentException("Products buy nothing; take a table of customers, or of customers with products.", nameof(table));
        options ??= new NextPurchaseOptions();
        options.Check();
        return new NextPurchases(table, options);
    }

    private static List<(int Intervals, double LogShares)> Shares(PurchaseDaySeries series)
    {
        var shares = new List<(int, double)>();
        for (var i = 0; i < series.Count; i++)
        {
            var days = series.DaysOf(i);
            if (days.Length >= 3) shares.Add((days.Length - 1, LogShares(days)));
        }

        return shares;
    }

    private static double LogShares(ReadOnlySpan<int> days)
    {
        var (sum, total) = (0.0, (double)days[^1] - days[0]);
        for (var i = 1; i < days.Length; i++) sum += Math.Log((days[i] - (double)days[i - 1]) / total);
        return sum;
    }

    private static double[] Shapes(PurchaseDaySeries series, ShapePrior prior, int degree)
    {
        var shapes = new double[series.Count];
        var slices = Slices.Count(series.Count, degree, MinimumRowsPerSlice);
        Slices.Run(slices, degree, slice =>
        {
            var (start, end) = Slices.Range(slice, slices, series.Count);
            for (var i = start; i < end; i++)
            {
                var days = series.DaysOf(i);
                shapes[i] = days.Length < 3 ? prior.Typical : prior.Of(days.Length - 1, LogShares(days));
            }
        });
        return shapes;
    }

    /// <summary>The mean interval of each product, drawn towards that of all.</summary>
    private static double[] ProductMeans(IntervalTable table)
    {
        var series = table.Series;
        var (sums, counts) = (new double[table.Products.Count], new int[table.Products.Count]);
        for (var i = 0; i < series.Count; i++)
        {
            var days = series.DaysOf(i);
            if (days.IsEmpty) continue;
            sums[series.Products[i]] += days[^1] - (double)days[0];
            counts[series.Products[i]] += days.Length - 1;
        }

        var overall = sums.Sum() / Math.Max(1, counts.Sum(count => (long)count));
        return [.. sums.Zip(counts, (sum, count) => (sum + (BorrowedIntervals * overall)) / (count + BorrowedIntervals))];
    }

    /// <summary>Shape and scaled total of the rows with an interval; every n-th when they are many.</summary>
    private List<(double Shape, double Total)> Buyers()
    {
        var series = _table.Series;
        var rows = Enumerable.Range(0, series.Count).Where(i => series.DaysOf(i).Length >= 2).ToArray();
        var stride = Math.Max(1, rows.Length / MaximumBuyers);
        var buyers = new List<(double, double)>(rows.Length / stride);
        for (var i = 0; i < rows.Length; i += stride)
        {
            var row = rows[i];
            var days = series.DaysOf(row);
            var scale = _scales.Length == 0 ? 1 : _scales[series.Products[row]];
            buyers.Add(((days.Length - 1) * _shapes[row], _shapes[row] * (days[^1] - (double)days[0]) / scale));
        }

        return buyers;
    }
}
