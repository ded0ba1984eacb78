using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>
/// Whether groups have the same survival function: the log-rank test (N. Mantel 1966; R. Peto and J. Peto 1972) with the
/// hypergeometric variance.
/// </summary>
/// <param name="ChiSquare">The statistic; 0 when no group can differ, for instance without an event.</param>
/// <param name="DegreesOfFreedom">One less than the groups in which an event was expected; 0 without an event.</param>
/// <param name="PValue">The probability of at least this statistic if the groups do not differ.</param>
/// <param name="Groups">The groups, ordered by name (ordinal).</param>
public sealed record LogRank(double ChiSquare, int DegreesOfFreedom, double PValue, IReadOnlyList<LogRankGroup> Groups)
{
    /// <summary>Compares the groups of a sample.</summary>
    /// <param name="sample">The durations.</param>
    /// <param name="groups">The name of each row's group.</param>
    /// <exception cref="ArgumentException">The names are not as many as the durations, one is missing, or there are fewer than two groups.</exception>
    public static LogRank Test(SurvivalSample sample, IReadOnlyList<string> groups)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count != sample.Count)
            throw new ArgumentException($"There are {sample.Count} durations and {groups.Count} groups.", nameof(groups));
        for (var row = 0; row < groups.Count; row++)
        {
            if (string.IsNullOrEmpty(groups[row])) throw new ArgumentException($"Row {row} has no group.", nameof(groups));
        }

        var names = groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        if (names.Length < 2) throw new ArgumentException("There is nothing to compare with fewer than two groups.", nameof(groups));
        var positions = groups.Select(name => Array.BinarySearch(names, name, StringComparer.Ordinal)).ToArray();
        return Test(sample, names, positions);
    }

    private static LogRank Test(SurvivalSample sample, string[] names, int[] groups)
    {
        var size = names.Length;
        var (atRisk, observed, expected, covariance) = (new int[size], new int[size], new double[size], new double[size * size]);
        foreach (var group in groups) atRisk[group]++;
        var counts = (int[])atRisk.Clone();
        var events = new int[size];
        for (var i = 0; i < sample.Count;)
        {
            var (start, time) = (i, sample.Durations[sample.Order[i]]);
            Array.Clear(events);
            for (; i < sample.Count && sample.Durations[sample.Order[i]] == time; i++)
            {
                if (sample.Observed[sample.Order[i]]) events[groups[sample.Order[i]]]++;
            }

            AddTime(atRisk, events, expected, covariance);
            for (var group = 0; group < size; group++) observed[group] += events[group];
            for (var j = start; j < i; j++) atRisk[groups[sample.Order[j]]]--;
        }

        var (chiSquare, degrees) = Statistic(observed, expected, covariance);
        return new LogRank(
            chiSquare, degrees, degrees == 0 ? 1 : NormalDistribution.ChiSquareUpper(chiSquare, degrees),
            [.. names.Select((name, group) => new LogRankGroup(name, counts[group], observed[group], expected[group]))]);
    }

    private static void AddTime(int[] atRisk, int[] events, double[] expected, double[] covariance)
    {
        var (all, ended) = ((double)atRisk.Sum(), (double)events.Sum());
        if (ended == 0) return;
        var spread = all > 1 ? ended * (all - ended) / (all - 1) : 0;
        for (var row = 0; row < expected.Length; row++)
        {
            expected[row] += ended * atRisk[row] / all;
            for (var column = 0; column < expected.Length; column++)
            {
                var own = row == column ? atRisk[row] / all : 0;
                covariance[(row * expected.Length) + column] += spread * (own - (atRisk[row] / all * (atRisk[column] / all)));
            }
        }
    }

    /// <summary>The quadratic form over all groups with an expected event but the first, whose difference follows from the others.</summary>
    private static (double ChiSquare, int DegreesOfFreedom) Statistic(int[] observed, double[] expected, double[] covariance)
    {
        var groups = Enumerable.Range(0, expected.Length).Where(group => expected[group] > 0).Skip(1).ToArray();
        if (groups.Length == 0) return (0, 0);
        var difference = Array.ConvertAll(groups, group => observed[group] - expected[group]);
        var matrix = groups.SelectMany(row => groups.Select(column => covariance[(row * expected.Length) + column])).ToArray();
        if (SquareMatrix.Cholesky(matrix, groups.Length) is not { } factor) return (0, groups.Length);
        return (SquareMatrix.Solve(factor, difference).Zip(difference, (x, y) => x * y).Sum(), groups.Length);
    }
}
