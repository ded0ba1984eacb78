using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Lifetime;

/// <summary>Fits a model: several starts on a thinned sample, then the best ones on all of it.</summary>
/// <param name="sample">The data.</param>
/// <param name="options">How.</param>
/// <param name="names">The parameters. All are positive and searched by their logarithms, but for the last ones.</param>
/// <param name="free">How many of the last parameters may have any sign.</param>
internal sealed class MaximumLikelihood<TRow>(FitSample<TRow> sample, FitOptions options, IReadOnlyList<string> names, int free = 0)
{
    private const int ThinnedRows = 1_000;
    private const int ThinnedIterations = 40;

    // e^9: a beta or gamma distribution with such a parameter no longer differs from its limit in any data set of ours.
    private const double RunsAwayAbove = 8_000;
    private const double RunsAwayBelow = 1e-5;

    /// <summary>Builds the function to maximise, in logarithms of the parameters, for some rows and weights.</summary>
    public delegate ISmoothObjective ObjectiveOf(ReadOnlySpan<TRow> rows, ReadOnlySpan<double> weights);

    public Maximum Search(ObjectiveOf objectiveOf, IEnumerable<double[]> starts)
    {
        var candidates = starts.Select(start => start.Select((value, i) => IsFree(i) ? value : Math.Log(value)).ToArray());
        var (rows, weights) = Thin();
        if (rows.Length < sample.Rows.Length)
        {
            var thinned = new NewtonSearch(objectiveOf(rows, weights), options.GradientTolerance * weights.Sum(), ThinnedIterations);
            candidates = candidates.Select(start => thinned.Run(start)).OrderByDescending(Ranking).Select(found => found.Point).ToList();
        }

        var whole = new NewtonSearch(
            objectiveOf(sample.Rows.Span, sample.Weights.Span), options.GradientTolerance * sample.Customers, options.MaximumIterations);
        // On a thinned sample the order is known and the first that converges is it; otherwise try them all.
        var tryAll = rows.Length == sample.Rows.Length;
        Maximum? best = null;
        foreach (var start in candidates)
        {
            var found = whole.Run(start);
            if (best is null || IsBetter(found, best)) best = found;
            if (best.Converged && !tryAll) break;
        }

        return best!;
    }

    /// <summary>The parameters at the maximum.</summary>
    public double[] Values(Maximum maximum) => [.. maximum.Point.Select((value, i) => IsFree(i) ? value : Math.Exp(value))];

    /// <summary>The result for the user, with standard errors by the delta method: that of p is p times that of ln p.</summary>
    public ModelFit<TModel> ToFit<TModel>(TModel model, string name, Maximum maximum, double logLikelihood)
    {
        var values = Values(maximum);
        var size = values.Length;
        var slopes = values.Select((value, i) => IsFree(i) ? 1 : value).ToArray();
        var covariance = maximum.CovarianceMatrix is { } logarithmic
            ? logarithmic.Select((value, i) => value * slopes[i / size] * slopes[i % size]).ToArray()
            : null;
        List<FitWarning> warnings = [.. sample.Warnings, .. Warnings(values, maximum)];
        return new ModelFit<TModel>
        {
            Model = model,
            ModelName = name,
            Parameters = [.. names.Select((parameter, i) => new ModelParameter(
                parameter, values[i], covariance is null ? null : Math.Sqrt(covariance[(i * size) + i])))],
            Covariance = covariance,
            LogLikelihood = logLikelihood,
            GradientNorm = maximum.GradientNorm,
            Converged = warnings.TrueForAll(warning => warning.Code.AllowsConvergence()),
            Iterations = maximum.Iterations,
            Warnings = warnings,
            Customers = sample.Customers,
            DistinctHistories = sample.Rows.Length,
            Unit = sample.Unit,
            Window = sample.Window,
        };
    }

    private IEnumerable<FitWarning> Warnings(double[] values, Maximum maximum)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (IsFree(i) ? Math.Abs(values[i]) < Math.Log(RunsAwayAbove) : values[i] is < RunsAwayAbove and > RunsAwayBelow) continue;
            yield return new(FitWarningCode.ParameterRunsAway, string.Create(
                CultureInfo.InvariantCulture, $"{names[i]} ran away to {values[i]:G4}; the data do not identify it. Use more data or a penalty."));
        }

        if (maximum.Covariance is null)
            yield return new(FitWarningCode.NotIdentified, "The log-likelihood is not curved downwards in every direction where the search ended.");
        else if (!maximum.Converged)
            yield return new(FitWarningCode.NotConverged, string.Create(
                CultureInfo.InvariantCulture, $"The gradient norm is {maximum.GradientNorm:G3} after {maximum.Iterations} steps."));
    }

    private bool IsFree(int parameter) => parameter >= names.Count - free;

    /// <summary>Every n-th row: the sample is in order, so what is left keeps its shape.</summary>
    private (TRow[] Rows, double[] Weights) Thin()
    {
        var all = sample.Rows.Span;
        var allWeights = sample.Weights.Span;
        var stride = Math.Max(1, all.Length / ThinnedRows);
        var count = (all.Length + stride - 1) / stride;
        var (rows, weights) = (new TRow[count], new double[count]);
        for (var i = 0; i < count; i++) (rows[i], weights[i]) = (all[i * stride], allWeights[i * stride]);
        return (rows, weights);
    }

    /// <summary>A clearly higher likelihood wins, even where the search ran away: a certified lesser peak would mislead.</summary>
    private static bool IsBetter(Maximum found, Maximum best)
    {
        var gain = Ranking(found) - Ranking(best);
        return Math.Abs(gain) <= 1e-6 ? found.Converged && !best.Converged : gain > 0;
    }

    private static double Ranking(Maximum maximum) => double.IsNaN(maximum.Value) ? double.NegativeInfinity : maximum.Value;
}
