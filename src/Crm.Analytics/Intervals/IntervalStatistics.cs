using Crm.Analytics.Purchases;

namespace Crm.Analytics.Intervals;

/// <summary>Collects the purchase days of buyers and computes the figures of their intervals.</summary>
internal sealed class IntervalStatistics
{
    /// <summary>With fewer purchase days every day would be the usual one.</summary>
    private const int MinimumDaysForUsualDay = 3;

    private readonly List<int> _intervals = [];
    private readonly Regularity _regularity = new();
    private readonly int[] _weekdays = new int[8];
    private readonly int[] _monthDays = new int[32];
    private int _buyers;
    private int _purchaseDays;
    private int _first = int.MaxValue;
    private int _last = int.MinValue;

    /// <summary>Adds one buyer's ascending purchase days.</summary>
    public void Add(ReadOnlySpan<int> days)
    {
        if (days.IsEmpty) return;
        _buyers++;
        _purchaseDays += days.Length;
        (_first, _last) = (Math.Min(_first, days[0]), Math.Max(_last, days[^1]));
        _regularity.Add(days);
        for (var i = 0; i < days.Length; i++)
        {
            if (i > 0) _intervals.Add(days[i] - days[i - 1]);
            var date = DayNumber.ToDate(days[i]);
            _weekdays[(int)date.DayOfWeek]++;
            _monthDays[date.Day]++;
        }
    }

    public int[] Sorted()
    {
        _intervals.Sort();
        return [.. _intervals];
    }

    public IntervalSummary Summarise()
    {
        var sorted = Sorted();
        var (mean, deviation) = MeanAndDeviation(sorted);
        return new IntervalSummary
        {
            Buyers = _buyers,
            PurchaseDays = _purchaseDays,
            Intervals = sorted.Length,
            MeanDays = mean,
            MedianDays = Quantile(sorted, 0.5),
            LowerQuartileDays = Quantile(sorted, 0.25),
            UpperQuartileDays = Quantile(sorted, 0.75),
            Percentile90Days = Quantile(sorted, 0.9),
            StandardDeviationDays = deviation,
            Variation = deviation / mean,
            WheatRegularity = _regularity.Wheat(),
            GammaRegularity = _regularity.Gamma(),
            UsualWeekday = Usual(_weekdays),
            UsualDayOfMonth = Usual(_monthDays),
            FirstDay = _buyers == 0 ? null : DayNumber.ToDate(_first),
            LastDay = _buyers == 0 ? null : DayNumber.ToDate(_last),
        };
    }

    public static double? Quantile(int[] sorted, double probability)
    {
        if (sorted.Length == 0) return null;
        var at = (sorted.Length - 1) * probability;
        var below = Math.Min((int)at, sorted.Length - 1);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    private static (double? Mean, double? Deviation) MeanAndDeviation(int[] sorted)
    {
        if (sorted.Length == 0) return (null, null);
        var mean = sorted.Sum(days => (long)days) / (double)sorted.Length;
        if (sorted.Length == 1) return (mean, null);
        return (mean, Math.Sqrt(sorted.Sum(days => (days - mean) * (days - mean)) / (sorted.Length - 1)));
    }

    private UsualDay? Usual(int[] counts)
    {
        if (_purchaseDays < MinimumDaysForUsualDay) return null;
        var most = counts.Max();
        return counts.Count(count => count == most) > 1 ? null : new UsualDay(Array.IndexOf(counts, most), most / (double)_purchaseDays);
    }
}
