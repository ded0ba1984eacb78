using System.Globalization;
using Crm.Analytics.Fitting;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>The proportional hazards model of D. R. Cox, "Regression Models and Life-Tables" (1972), fitted by partial likelihood.</summary>
public static class CoxRegression
{
    private const double GradientTolerance = 1e-9;

    /// <summary>A hazard ratio of e^10 between customers one standard deviation apart is no effect but a separation.</summary>
    private const double RunsAwayAbove = 10;

    /// <summary>Fits the coefficients of some covariates.</summary>
    /// <param name="sample">The durations.</param>
    /// <param name="covariates">The covariates.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>The fit. Look at <see cref="CoxFit.Converged"/> and its warnings before using it.</returns>
    /// <exception cref="ArgumentException">
    /// There is no event or no covariate, two have one name, a covariate has another length than the sample, the same value
    /// everywhere, or a value that is not finite; the message names the covariate and the row, from 0.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static CoxFit Fit(SurvivalSample sample, IReadOnlyList<CoxCovariate> covariates, CoxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(covariates);
        options ??= new CoxOptions();
        options.Check();
        Check(sample, covariates);

        var scaled = covariates.Select(covariate => new ScaledColumn(covariate)).ToArray();
        var likelihood = new CoxLikelihood(sample, Array.ConvertAll(scaled, column => column.Values), options.Ties);
        var start = new double[scaled.Length];
        var nothing = likelihood.Evaluate(start, new double[scaled.Length], new double[scaled.Length * scaled.Length]);
        var maximum = new NewtonSearch(likelihood, GradientTolerance * sample.Events, options.MaximumIterations).Run(start);
        var warnings = Warnings(maximum, covariates);
        var (times, increases) = likelihood.Baseline(maximum.Point);
        return new CoxFit(options, Array.ConvertAll(scaled, column => column.Mean), times, increases)
        {
            Coefficients = [.. covariates.Select((covariate, k) => Coefficient(covariate.Name, maximum, scaled[k].Deviation, k, options.Level))],
            LogLikelihood = maximum.Value,
            NullLogLikelihood = nothing,
            Converged = warnings.Count == 0,
            GradientNorm = maximum.GradientNorm,
            Iterations = maximum.Iterations,
            Warnings = warnings,
            Count = sample.Count,
            Events = sample.Events,
        };
    }

    private static void Check(SurvivalSample sample, IReadOnlyList<CoxCovariate> covariates)
    {
        if (covariates.Count == 0) throw new ArgumentException("There is no covariate.", nameof(covariates));
        if (sample.Events == 0) throw new ArgumentException("There is no event to learn from.", nameof(sample));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var covariate in covariates)
        {
            if (!names.Add(covariate.Name)) throw new ArgumentException($"Two covariates are called {covariate.Name}.", nameof(covariates));
            var values = covariate.Values.Span;
            if (values.Length != sample.Count)
                throw new ArgumentException($"{covariate.Name} has {values.Length} values, the sample {sample.Count} durations.", nameof(covariates));
            for (var row = 0; row < values.Length; row++)
            {
                if (!double.IsFinite(values[row]))
                    throw new ArgumentException($"{covariate.Name}, row {row}: the value is not finite.", nameof(covariates));
            }

            if (!values.ContainsAnyExcept(values[0]))
                throw new ArgumentException($"{covariate.Name} is the same everywhere, so it explains nothing.", nameof(covariates));
        }
    }

    private static CoxCoefficient Coefficient(string name, Maximum maximum, double deviation, int k, double level)
    {
        var value = maximum.Point[k] / deviation;
        if (maximum.Covariance is not { } covariance) return new(name, value, null, Math.Exp(value), null, null, null);
        var error = Math.Sqrt(covariance[k]) / deviation;
        var width = NormalDistribution.HalfWidth(level) * error;
        return new(name, value, error, Math.Exp(value), Math.Exp(value - width), Math.Exp(value + width), NormalDistribution.TwoSided(value / error));
    }

    private static List<FitWarning> Warnings(Maximum maximum, IReadOnlyList<CoxCovariate> covariates)
    {
        var warnings = new List<FitWarning>();
        for (var k = 0; k < covariates.Count; k++)
        {
            if (Math.Abs(maximum.Point[k]) > RunsAwayAbove)
                warnings.Add(new(FitWarningCode.ParameterRunsAway, $"{covariates[k].Name} tells events from others without fail, so its coefficient has no bound."));
        }

        if (maximum.Covariance is null)
            warnings.Add(new(FitWarningCode.NotIdentified, "The partial likelihood is flat in some direction; covariates may depend on each other."));
        else if (!maximum.Converged)
            warnings.Add(new(FitWarningCode.NotConverged, string.Create(
                CultureInfo.InvariantCulture, $"The gradient norm is {maximum.GradientNorm:G3} after {maximum.Iterations} steps.")));
        return warnings;
    }

    /// <summary>A covariate with mean 0 and deviation 1, so that steps of the search mean the same for all.</summary>
    private sealed class ScaledColumn
    {
        public ScaledColumn(CoxCovariate covariate)
        {
            Values = covariate.Values.ToArray();
            Mean = Values.Average();
            Deviation = Math.Sqrt(Values.Average(value => (value - Mean) * (value - Mean)));
            foreach (ref var value in Values.AsSpan()) value = (value - Mean) / Deviation;
        }

        public double[] Values { get; }

        public double Mean { get; }

        public double Deviation { get; }
    }
}
