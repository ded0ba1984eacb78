using Crm.Analytics.Fitting;
using Crm.Analytics.Mathematics;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Intervals;

/// <summary>Predicts each row's next purchase from its own intervals and, the fewer they are, from those of others.</summary>
/// <remarks>
/// <para>A buyer's intervals are gamma with regularity k and a rate of the buyer's own; the rates are gamma over buyers,
/// their spread is learnt from all rows. So the next interval of a buyer with n intervals of total S is
/// (am + kS) / k times a beta prime variable with parameters k and a + nk, which gives median, prediction interval and lateness.
/// In a table of customers with products the rates are relative to the mean interval of the product.</para>
/// <para>Everything is given that the customer buys again. A customer who has left is overdue for ever: multiply with a
/// probability of being alive. Intervals that are longer than the time observed are missing, so predictions from short logs are short.</para>
/// </remarks>
public sealed partial class NextPurchases
{
    /// <summary>No prediction reaches further, in days.</summary>
    private const int FurthestDays = 36_525;

    private readonly IntervalTable _table;
    private readonly double[] _shapes;
    private readonly double[] _scales;
    private readonly double _level;

    /// <summary>How many rows there are, as in the table.</summary>
    public int Count => _shapes.Length;

    /// <summary>The last day observed, to which elapsed days count; null for an empty log.</summary>
    public LocalDate? AsOf => _table.AsOf;

    /// <summary>The days the predictions rest on; null without rows.</summary>
    public ObservationWindow? Window => _table.Window;

    /// <summary>The regularity assumed of a buyer of whom nothing is known.</summary>
    public double TypicalRegularity { get; }

    /// <summary>The shape a of the gamma distribution of rates: the larger, the more alike buyers are.</summary>
    public double RateShape { get; }

    /// <summary>The interval m, in days (for customers with products in means of the product), at the mean rate over buyers.</summary>
    public double RateInterval { get; }

    /// <summary>What the user should know; empty when there is nothing.</summary>
    public IReadOnlyList<FitWarning> Warnings { get; }

    /// <summary>The prediction for one row; null for a customer without a purchase, and for all when no customer has bought twice.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public NextPurchase? this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Count, nameof(row));
            var days = _table.Series.DaysOf(row);
            return days.IsEmpty || RateShape == 0 ? null : Predict(row, days);
        }
    }

    /// <summary>The predictions for all rows.</summary>
    /// <param name="degreeOfParallelism">How many threads may work; default one per processor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below one.</exception>
    public NextPurchase?[] All(int? degreeOfParallelism = null)
    {
        var degree = Slices.Degree(degreeOfParallelism);
        var slices = Slices.Count(Count, degree, MinimumRowsPerSlice);
        var all = new NextPurchase?[Count];
        Slices.Run(slices, degree, slice =>
        {
            var (start, end) = Slices.Range(slice, slices, Count);
            for (var row = start; row < end; row++) all[row] = this[row];
        });
        return all;
    }

    private NextPurchase Predict(int row, ReadOnlySpan<int> days)
    {
        var (shape, intervals, last) = (_shapes[row], days.Length - 1, days[^1]);
        var scale = _scales.Length == 0 ? 1 : _scales[_table.Series.Products[row]];
        var posterior = RateShape + (intervals * shape);
        var unit = ((RateShape * RateInterval * scale) + (shape * (last - (double)days[0]))) / shape;
        var elapsed = DayNumber.FromDate(_table.AsOf!.Value) - last;
        var latest = last + (int)Math.Ceiling(Quantile((1 + _level) / 2));
        var median = Quantile(0.5);
        return new NextPurchase
        {
            Customer = _table.Customers[_table.CustomerOf(row)],
            Product = _table.ProductOf(row) is >= 0 and var product ? _table.Products[product] : default,
            Intervals = intervals,
            Regularity = shape,
            LastDay = DayNumber.ToDate(last),
            ElapsedDays = elapsed,
            ExpectedDays = median,
            Expected = DayNumber.ToDate(last + Math.Max(1, (int)Math.Round(median))),
            Earliest = DayNumber.ToDate(last + Math.Max(1, (int)Math.Floor(Quantile((1 - _level) / 2)))),
            Latest = DayNumber.ToDate(latest),
            Lateness = elapsed == 0 ? 0 : IncompleteBeta.FromOdds(shape, posterior, Math.Log(elapsed / unit)),
            DaysOverdue = Math.Max(0, elapsed - (latest - last)),
        };

        double Quantile(double probability) =>
            Math.Min(FurthestDays, unit * Math.Exp(IncompleteBeta.InverseOdds(shape, posterior, probability)));
    }
}
