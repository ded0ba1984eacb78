using System.Globalization;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>Fits a model whose parameters are all positive: several starts on a thinned table, then the best ones on all of it.</summary>
internal sealed class MaximumLikelihood(RecencyFrequencyTable table, FitOptions options)
{
    private const int ThinnedHistories = 1_000;
    private const int ThinnedIterations = 40;

    // e^9: a beta or gamma distribution with such a parameter no longer differs from its limit in any data set of ours.
    private const double RunsAwayAbove = 8_000;
    private const double RunsAwayBelow = 1e-5;

    /// <summary>Builds the function to maximise, in logarithms of the parameters, for some histories and weights.</summary>
    public delegate ISmoothObjective ObjectiveOf(ReadOnlySpan<RecencyFrequency> histories, ReadOnlySpan<double> weights);

    public Maximum Search(ObjectiveOf objectiveOf, IEnumerable<double[]> starts)
    {
        var candidates = starts.Select(start => Array.ConvertAll(start, Math.Log));
        var (histories, weights) = Thin();
        if (histories.Length < table.Histories.Length)
        {
            var thinned = new NewtonSearch(objectiveOf(histories, weights), options.GradientTolerance * weights.Sum(), ThinnedIterations);
            candidates = candidates.Select(start => thinned.Run(start)).OrderByDescending(Ranking).Select(found => found.Point).ToList();
        }

        var whole = new NewtonSearch(
            objectiveOf(table.Histories, table.Weights), options.GradientTolerance * table.Customers, options.MaximumIterations);
        // On a thinned table the order is known and the first that converges is it; otherwise try them all.
        var tryAll = histories.Length == table.Histories.Length;
        Maximum? best = null;
        foreach (var start in candidates)
        {
            var found = whole.Run(start);
            if (best is null || IsBetter(found, best)) best = found;
            if (best.Converged && !tryAll) break;
        }

        return best!;
    }

    public ModelFit<TModel> ToFit<TModel>(
        TModel model, string name, string[] names, Maximum maximum, double logLikelihood)
    {
        var values = Array.ConvertAll(maximum.Point, Math.Exp);
        var warnings = Warnings(names, values, maximum);
        return new ModelFit<TModel>
        {
            Model = model,
            ModelName = name,
            // Delta method: the standard error of p is p times that of ln p.
            Parameters = [.. names.Select((parameter, i) => new ModelParameter(
                parameter, values[i], maximum.Covariance is { } variance ? values[i] * Math.Sqrt(variance[i]) : null))],
            LogLikelihood = logLikelihood,
            GradientNorm = maximum.GradientNorm,
            Converged = warnings.TrueForAll(warning => warning.Code == FitWarningCode.CustomersLeftOut),
            Iterations = maximum.Iterations,
            Warnings = warnings,
            Customers = table.Customers,
            DistinctHistories = table.Histories.Length,
            Unit = table.Unit,
            Window = table.Window,
        };
    }

    private List<FitWarning> Warnings(string[] names, double[] values, Maximum maximum)
    {
        var warnings = new List<FitWarning>();
        if (table.LeftOut > 0)
            warnings.Add(new(FitWarningCode.CustomersLeftOut, string.Create(
                CultureInfo.InvariantCulture, $"{table.LeftOut} customers without a purchase were left out.")));
        if (!HasRepeats())
            warnings.Add(new(FitWarningCode.NoRepeatPurchases, "No customer has a repeat purchase; the estimates mean nothing."));
        for (var i = 0; i < names.Length; i++)
        {
            if (values[i] is < RunsAwayAbove and > RunsAwayBelow) continue;
            warnings.Add(new(FitWarningCode.ParameterRunsAway, string.Create(
                CultureInfo.InvariantCulture, $"{names[i]} ran away to {values[i]:G4}; the data do not identify it. Use more data or a penalty.")));
        }

        if (maximum.Covariance is null)
            warnings.Add(new(FitWarningCode.NotIdentified, "The log-likelihood is not curved downwards in every direction where the search ended."));
        else if (!maximum.Converged)
            warnings.Add(new(FitWarningCode.NotConverged, string.Create(
                CultureInfo.InvariantCulture, $"The gradient norm is {maximum.GradientNorm:G3} after {maximum.Iterations} steps.")));
        return warnings;
    }

    private bool HasRepeats()
    {
        for (var i = 0; i < table.Histories.Length; i++)
        {
            if (table.Histories[i].Frequency > 0 && table.Weights[i] > 0) return true;
        }

        return false;
    }

    /// <summary>Every n-th history: the table is in order, so the sample keeps its shape.</summary>
    private (RecencyFrequency[] Histories, double[] Weights) Thin()
    {
        var stride = Math.Max(1, table.Histories.Length / ThinnedHistories);
        var count = (table.Histories.Length + stride - 1) / stride;
        var (histories, weights) = (new RecencyFrequency[count], new double[count]);
        for (var i = 0; i < count; i++) (histories[i], weights[i]) = (table.Histories[i * stride], table.Weights[i * stride]);
        return (histories, weights);
    }

    /// <summary>A clearly higher likelihood wins, even where the search ran away: a certified lesser peak would mislead.</summary>
    private static bool IsBetter(Maximum found, Maximum best)
    {
        var gain = Ranking(found) - Ranking(best);
        return Math.Abs(gain) <= 1e-6 ? found.Converged && !best.Converged : gain > 0;
    }

    private static double Ranking(Maximum maximum) => double.IsNaN(maximum.Value) ? double.NegativeInfinity : maximum.Value;
}
