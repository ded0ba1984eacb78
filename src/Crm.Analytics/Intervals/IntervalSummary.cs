using System.Runtime.InteropServices;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Intervals;

/// <summary>
/// The intervals of one row, in days between successive purchase days of one customer. A figure that the data do not
/// give is null, never NaN.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntervalSummary
{
    /// <summary>Whose intervals; no key in rows over all customers.</summary>
    public PurchaseKey Customer { get; init; }

    /// <summary>Of which product; no key in rows over all products.</summary>
    public PurchaseKey Product { get; init; }

    /// <summary>How many customers bought at all.</summary>
    public int Buyers { get; init; }

    /// <summary>Distinct days with a purchase, added over the buyers.</summary>
    public int PurchaseDays { get; init; }

    /// <summary>How many intervals there are: purchase days less buyers.</summary>
    public int Intervals { get; init; }

    /// <summary>The mean interval in days; null without an interval.</summary>
    public double? MeanDays { get; init; }

    /// <summary>The median interval in days; null without an interval.</summary>
    public double? MedianDays { get; init; }

    /// <summary>The first quartile in days, by linear interpolation (type 7 of R. J. Hyndman and Y. Fan 1996).</summary>
    public double? LowerQuartileDays { get; init; }

    /// <summary>The third quartile in days.</summary>
    public double? UpperQuartileDays { get; init; }

    /// <summary>The 90th percentile in days.</summary>
    public double? Percentile90Days { get; init; }

    /// <summary>The standard deviation in days (divisor n − 1); null with fewer than two intervals.</summary>
    public double? StandardDeviationDays { get; init; }

    /// <summary>
    /// The coefficient of variation, standard deviation by mean: about 1 for purchases at random, below for regular
    /// ones. Over several buyers it mixes their own variability with the differences between them.
    /// </summary>
    public double? Variation { get; init; }

    /// <summary>
    /// Regularity k by R. D. Wheat and D. G. Morrison, "Estimating Purchase Regularity with Two Interpurchase Times",
    /// Journal of Marketing Research 27 (1990): 1 for purchases at random, larger for more regular ones, infinite when every
    /// interval equals the one before. From all pairs of successive intervals; null without a pair.
    /// </summary>
    public double? WheatRegularity { get; init; }

    /// <summary>
    /// Regularity k by maximum likelihood: the shape of the gamma distribution of intervals when every buyer has a rate of
    /// their own. The likelihood is that of the intervals given the buyer's total, in which the rate cancels, so it has not
    /// the upward bias of fits per buyer. Infinite when all of a buyer's intervals are equal; null when no buyer has two.
    /// </summary>
    public double? GammaRegularity { get; init; }

    /// <summary>The weekday with most purchase days; null when two share the first place or there are fewer than three purchase days.</summary>
    public UsualDay? UsualWeekday { get; init; }

    /// <summary>The day of the month with most purchase days; null as for <see cref="UsualWeekday"/>.</summary>
    public UsualDay? UsualDayOfMonth { get; init; }

    /// <summary>The first purchase day; null without a purchase.</summary>
    public LocalDate? FirstDay { get; init; }

    /// <summary>The last purchase day; null without a purchase.</summary>
    public LocalDate? LastDay { get; init; }
}
