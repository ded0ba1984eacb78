namespace Crm.Analytics.Lifetime;

/// <summary>Where to start a search, so that the unit of time does not matter.</summary>
internal static class SearchStarts
{
    /// <summary>The mean time between purchases while customers were certainly or probably alive, and the mean age.</summary>
    public static (double Gap, double Age) Scales(RecencyFrequencyTable table)
    {
        var (purchases, time, age) = (0.0, 0.0, 0.0);
        for (var i = 0; i < table.Histories.Length; i++)
        {
            var (history, weight) = (table.Histories[i], table.Weights[i]);
            purchases += weight * history.Frequency;
            time += weight * Math.Max(history.Recency, history.Age / 2);
            age += weight * history.Age;
        }

        return (time > 0 ? time / Math.Max(purchases, 1) : 1, age > 0 ? age / table.Customers : 1);
    }

    /// <summary>Starts for r, α, a and b of beta-geometric models.</summary>
    public static double[][] BetaGeometric(RecencyFrequencyTable table)
    {
        var (gap, _) = Scales(table);
        return [[0.5, 0.5 * gap, 0.8, 2.5], [1, gap, 1, 1], [0.2, 0.2 * gap, 0.5, 5], [3, 3 * gap, 2, 10]];
    }
}
