using NodaTime;

namespace Crm.Analytics.Purchases;

/// <summary>
/// Frequency, recency, age and monetary value of every customer of a log, in arrays aligned with
/// <see cref="PurchaseLog.Customers"/>. Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// Definitions of Fader, Hardie and Lee (2005): all purchases of a day are one purchase; frequency counts purchase days
/// after the first; recency and age run from the first purchase day; the monetary value leaves out the first day.
/// A day that has nothing but returns is no purchase day; see <see cref="ReturnPolicy"/> for where its amount goes.
/// Returns on or before the first purchase day count in the total only.
/// </remarks>
public sealed partial class CustomerSummaries
{
    /// <summary>What <see cref="FirstDays"/> and <see cref="LastDays"/> hold for a customer without a purchase.</summary>
    public const int NoDay = int.MinValue;

    private readonly int[] _purchaseDays;
    private readonly int[] _frequencies;
    private readonly int[] _recencyDays;
    private readonly int[] _ageDays;
    private readonly int[] _firstDays;
    private readonly int[] _lastDays;
    private readonly int[] _orders;
    private readonly long[] _totals;
    private readonly double[] _monetary;

    /// <summary>The keys of the customers, ascending, as in the log.</summary>
    public PurchaseKeys Customers { get; }

    /// <summary>How many customers there are, those without a purchase included.</summary>
    public int Count => Customers.Count;

    /// <summary>The last day observed; null when the log is empty and no day was given.</summary>
    public LocalDate? AsOf { get; }

    /// <summary>The days the summaries cover; null when no row lies within them.</summary>
    public ObservationWindow? Window { get; }

    /// <summary>What returns did.</summary>
    public ReturnPolicy Returns { get; }

    /// <summary>Distinct days with a purchase.</summary>
    public ReadOnlySpan<int> PurchaseDays => _purchaseDays;

    /// <summary>Purchase days less one, at least zero.</summary>
    public ReadOnlySpan<int> Frequencies => _frequencies;

    /// <summary>Days from the first to the last purchase day.</summary>
    public ReadOnlySpan<int> RecencyDays => _recencyDays;

    /// <summary>Days from the first purchase day to the last day observed.</summary>
    public ReadOnlySpan<int> AgeDays => _ageDays;

    /// <summary>The first purchase days as <see cref="DayNumber"/> counts days, or <see cref="NoDay"/>.</summary>
    public ReadOnlySpan<int> FirstDays => _firstDays;

    /// <summary>The last purchase days as <see cref="DayNumber"/> counts days, or <see cref="NoDay"/>.</summary>
    public ReadOnlySpan<int> LastDays => _lastDays;

    /// <summary>Distinct orders with a purchase. Purchase rows that name no order count as one order a day.</summary>
    public ReadOnlySpan<int> Orders => _orders;

    /// <summary>What was paid, in counts of 1/10,000.</summary>
    public ReadOnlySpan<long> Totals => _totals;

    /// <summary>Mean total of the purchase days after the first; zero without a repeat.</summary>
    public ReadOnlySpan<double> Monetary => _monetary;

    /// <summary>One customer's figures.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public PurchaseSummary this[int customer] => new(
        Customers[customer],
        _purchaseDays[customer],
        _recencyDays[customer],
        _ageDays[customer],
        _monetary[customer],
        FixedPoint.ToDecimal(_totals[customer]),
        Day(_firstDays[customer]),
        Day(_lastDays[customer]),
        _orders[customer]);

    /// <summary>The recencies in a unit, not rounded.</summary>
    public double[] Recencies(TimeUnit unit) => Convert(_recencyDays, unit);

    /// <summary>The ages in a unit, not rounded.</summary>
    public double[] Ages(TimeUnit unit) => Convert(_ageDays, unit);

    /// <summary>Adds up all customers.</summary>
    public SummaryTotals Total()
    {
        var (customers, days, orders, frequency, recency, age, monetary, revenue) = (0, 0L, 0L, 0L, 0L, 0L, 0d, 0L);
        for (var i = 0; i < Count; i++)
        {
            if (_purchaseDays[i] > 0) customers++;
            days += _purchaseDays[i];
            orders += _orders[i];
            frequency += _frequencies[i];
            recency += _recencyDays[i];
            age += _ageDays[i];
            monetary += _monetary[i];
            revenue = checked(revenue + _totals[i]);
        }

        return new(customers, days, orders, frequency, recency, age, monetary, FixedPoint.ToDecimal(revenue));
    }

    private static LocalDate? Day(int day) => day == NoDay ? null : DayNumber.ToDate(day);

    private static double[] Convert(int[] days, TimeUnit unit)
    {
        var length = unit.Days();
        return Array.ConvertAll(days, value => value / length);
    }
}
