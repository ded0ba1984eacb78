using Crm.Analytics.Intervals;
using Crm.Analytics.Parallelism;
using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Survival;

/// <summary>How long customers stayed, where leaving means not to buy for some days.</summary>
/// <param name="Sample">
/// The durations in days: from the first purchase day to the end of the silence that made the customer one who left, or to
/// the last day observed.
/// </param>
/// <param name="Customers">The position in the log of the customer of each duration; those without a purchase are left out.</param>
/// <param name="SilenceDays">How many days without a purchase mean leaving.</param>
/// <param name="AsOf">The last day observed; null for an empty log.</param>
public sealed record CustomerLifetimes(SurvivalSample Sample, IReadOnlyList<int> Customers, int SilenceDays, LocalDate? AsOf)
{
    /// <summary>Measures the lifetime of every customer of a log.</summary>
    /// <param name="log">The purchases; returns do not count.</param>
    /// <param name="silenceDays">How many days without a purchase mean leaving.</param>
    /// <param name="asOf">The last day observed; default the log's.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are not positive.</exception>
    /// <remarks>
    /// The first such silence ends the lifetime, even when the customer came back after it, so that a later day observed
    /// never undoes an event.
    /// </remarks>
    public static CustomerLifetimes BySilence(PurchaseLog log, int silenceDays, LocalDate? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(silenceDays);
        var through = asOf ?? log.ObservedThrough;
        var lastDay = through is { } day ? DayNumber.FromDate(day) : int.MinValue;
        var series = PurchaseDaySeries.ByCustomer(log, lastDay, Slices.Degree(null));
        var (durations, observed, customers) = (new List<double>(), new List<bool>(), new List<int>());
        for (var customer = 0; customer < series.Count; customer++)
        {
            var days = series.DaysOf(customer);
            if (days.IsEmpty) continue;
            var last = 0;
            while (last + 1 < days.Length && days[last + 1] - days[last] <= silenceDays) last++;
            var left = lastDay - (long)days[last] > silenceDays;
            durations.Add(left ? (double)days[last] + silenceDays - days[0] : (double)lastDay - days[0]);
            observed.Add(left);
            customers.Add(customer);
        }

        return new CustomerLifetimes(
            new SurvivalSample(durations.ToArray(), observed.ToArray()), customers, silenceDays, through);
    }
}
