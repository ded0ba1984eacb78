using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>Predictions of any purchase model for all customers of a table or a summary.</summary>
public static class PurchaseModelTables
{
    /// <summary><see cref="IPurchaseModel.ProbabilityAlive(RecencyFrequency)"/> for every source row of a table; NaN for customers left out.</summary>
    public static double[] ProbabilityAlive(this IPurchaseModel model, RecencyFrequencyTable table)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        return table.Map(model.ProbabilityAlive);
    }

    /// <summary><see cref="IPurchaseModel.ExpectedPurchases(RecencyFrequency, double)"/> for every source row of a table; NaN for customers left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or not finite.</exception>
    public static double[] ExpectedPurchases(this IPurchaseModel model, RecencyFrequencyTable table, double time)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        PurchaseModelArguments.CheckTime(time);
        return table.Map(history => model.ExpectedPurchases(history, time));
    }

    /// <summary><see cref="IPurchaseModel.DiscountedPurchases"/> for every source row of a table; NaN for customers left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite, the horizon negative or not a number, or infinite without a discount.</exception>
    public static double[] DiscountedPurchases(this IPurchaseModel model, RecencyFrequencyTable table, double rate, double horizon)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(table);
        PurchaseModelArguments.CheckDiscount(rate, horizon);
        return table.Map(history => model.DiscountedPurchases(history, rate, horizon));
    }

    /// <summary>
    /// The repeat purchases expected of all customers together by given times: each counts from the own first purchase
    /// (the tracking curve of Fader, Hardie and Lee 2005, figure 2).
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="summaries">The customers; those without a purchase do not count.</param>
    /// <param name="unit">The unit of the model and of the times.</param>
    /// <param name="times">Times since the first day of the summaries' window.</param>
    /// <exception cref="ArgumentException">The summaries cover no purchase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is not finite.</exception>
    public static PopulationCurve PopulationPurchases(
        this IPurchaseModel model, CustomerSummaries summaries, TimeUnit unit, IReadOnlyList<double> times)
    {
        ArgumentNullException.ThrowIfNull(model);
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
                if (!(elapsed <= 0)) expected[i] += customers * model.ExpectedPurchases(elapsed);
            }
        }

        return new PopulationCurve([.. times], expected);
    }
}
