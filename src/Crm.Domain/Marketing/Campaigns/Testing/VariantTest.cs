namespace Crm.Domain.Marketing;

/// <summary>
/// Says whether one of several variants is better than all others. Since the best one is picked after looking, every pair counts as one question:
/// p-values are multiplied by the number of pairs (Bonferroni). Without a clear answer there is no winner.
/// </summary>
public static class VariantTest
{
    /// <summary>Decides.</summary>
    /// <param name="results">What each variant achieved; at least two.</param>
    /// <param name="confidence">One minus the chance of calling a winner where all are alike; between 0 and 1.</param>
    /// <param name="fallback">What is taken without a winner.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">There are fewer than two variants, or the confidence is no share.</exception>
    public static WinnerDecision Decide(IReadOnlyList<VariantResult> results, double confidence, string fallback)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentException.ThrowIfNullOrEmpty(fallback);
        ArgumentOutOfRangeException.ThrowIfLessThan(results.Count, 2, nameof(results));
        if (confidence is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "A share between 0 and 1 was expected.");
        }

        var ordered = results.OrderByDescending(r => r.Rate).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        var (best, pairs) = (ordered[0], ordered.Count * (ordered.Count - 1) / 2);
        var tests = ordered.Skip(1).Select(other => TwoProportions.Test(best.Successes, best.Sent, other.Successes, other.Sent)).ToList();
        if (!tests.TrueForAll(t => t.IsReliable))
        {
            return new(fallback, WinnerVerdict.TooFewResponses, null);
        }

        var worst = Math.Min(1, tests.Max(t => t.PValue) * pairs);
        return worst <= 1 - confidence ? new(best.Key, WinnerVerdict.Significant, worst) : new(fallback, WinnerVerdict.NotSignificant, worst);
    }
}
