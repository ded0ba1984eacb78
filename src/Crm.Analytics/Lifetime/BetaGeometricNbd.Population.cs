using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

public sealed partial record BetaGeometricNbd
{
    /// <summary>
    /// The repeat purchases expected of all customers together by given times: each counts from the own first purchase
    /// (the tracking curve of Fader, Hardie and Lee 2005, figure 2).
    /// </summary>
    /// <param name="summaries">The customers; those without a purchase do not count.</param>
    /// <param name="unit">The unit of the model and of the times.</param>
    /// <param name="times">Times since the first day of the summaries' window.</param>
    /// <exception cref="ArgumentException">The summaries cover no purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is not finite.</exception>
    public PopulationCurve PopulationPurchases(CustomerSummaries summaries, TimeUnit unit, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(times);
        if (summaries.Window is null) throw new ArgumentException("The summaries cover no purchase.", nameof(summaries));

        var begin = DayNumber.FromDate(summaries.Window.First);
        var starters = new SortedDictionary<int, int>();
        foreach (var day in summaries.FirstDays)
        {
            if (day != CustomerSummaries.NoDay) starters[day] = starters.GetValueOrDefault(day) + 1;
        }

        var expected = new double[times.Count];
        for (var i = 0; i < expected.Length; i++)
        {
            foreach (var (day, customers) in starters)
            {
                var elapsed = times[i] - ((day - begin) / unit.Days());
                if (!(elapsed <= 0)) expected[i] += customers * ExpectedPurchases(elapsed);
            }
        }

        return new PopulationCurve([.. times], expected);
    }
}
