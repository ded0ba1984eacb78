namespace Crm.Domain.Sales;

/// <summary>How good chances were, once the outcomes are known.</summary>
public sealed record WinProbabilityScores
{
    private const int Bands = 10;

    /// <summary>How many deals were judged.</summary>
    public required int Deals { get; init; }

    /// <summary>
    /// How often a won deal had been given a greater chance than a lost one, ties counted by half: 0.5 is guessing, 1 perfect.
    /// Null without deals of both outcomes.
    /// </summary>
    public double? Auc { get; init; }

    /// <summary>The mean square of chance less outcome (Brier 1950): 0 is perfect, 0.25 is always saying one half. Null without deals.</summary>
    public double? Brier { get; init; }

    /// <summary>What was promised against what came, in ten bands of equal width.</summary>
    public required IReadOnlyList<WinCalibrationBand> Calibration { get; init; }

    /// <summary>Judges chances.</summary>
    /// <param name="judged">The chance that each deal was given, and whether it was won.</param>
    /// <returns>The scores.</returns>
    public static WinProbabilityScores Of(IEnumerable<(double Chance, bool Won)> judged)
    {
        var all = judged.OrderBy(j => j.Chance).ToList();
        return new WinProbabilityScores
        {
            Deals = all.Count,
            Auc = AucOf(all),
            Brier = all.Count == 0 ? null : all.Average(j => Math.Pow(j.Chance - (j.Won ? 1 : 0), 2)),
            Calibration = [.. all.GroupBy(j => Math.Min((int)(j.Chance * Bands), Bands - 1)).Select(band => new WinCalibrationBand(
                (double)band.Key / Bands, (double)(band.Key + 1) / Bands, band.Count(), band.Average(j => j.Chance), band.Average(j => j.Won ? 1.0 : 0.0)))],
        };
    }

    // Mann and Whitney: the sum of the ranks of the won deals; equal chances share the mean of their ranks.
    private static double? AucOf(List<(double Chance, bool Won)> ascending)
    {
        var won = ascending.Count(j => j.Won);
        if (won == 0 || won == ascending.Count)
        {
            return null;
        }

        var ranks = 0.0;
        for (var start = 0; start < ascending.Count;)
        {
            var end = start;
            while (end < ascending.Count && ascending[end].Chance.Equals(ascending[start].Chance))
            {
                end++;
            }

            ranks += ascending[start..end].Count(j => j.Won) * (start + 1 + end) / 2.0;
            start = end;
        }

        return (ranks - (won * (won + 1.0) / 2)) / ((double)won * (ascending.Count - won));
    }
}
