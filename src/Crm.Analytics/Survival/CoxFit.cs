using Crm.Analytics.Fitting;
using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>A fitted proportional hazards model with what is needed to judge it and to predict.</summary>
public sealed class CoxFit
{
    private readonly double[] _means;
    private readonly double[] _times;
    private readonly double[] _hazard;

    internal CoxFit(CoxOptions options, double[] means, double[] times, double[] increases)
    {
        (Options, _means, _times, _hazard) = (options, means, times, increases);
        for (var i = 1; i < _hazard.Length; i++) _hazard[i] += _hazard[i - 1];
    }

    /// <summary>How the model was fitted.</summary>
    public CoxOptions Options { get; }

    /// <summary>The coefficients, in the order of the covariates.</summary>
    public required IReadOnlyList<CoxCoefficient> Coefficients { get; init; }

    /// <summary>The logarithm of the partial likelihood.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>The same with all coefficients zero.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Whether the search ended at a certified maximum and every coefficient has a bound.</summary>
    public required bool Converged { get; init; }

    /// <summary>The largest absolute derivative by a coefficient, per standard deviation of its covariate.</summary>
    public required double GradientNorm { get; init; }

    /// <summary>How many steps the search took.</summary>
    public required int Iterations { get; init; }

    /// <summary>What the user should know; empty when there is nothing.</summary>
    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    /// <summary>How many durations the model rests on.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them ended with the event.</summary>
    public required int Events { get; init; }

    /// <summary>The likelihood ratio statistic of all covariates together, chi-square with as many degrees of freedom.</summary>
    public double LikelihoodRatio => 2 * (LogLikelihood - NullLogLikelihood);

    /// <summary>The probability of at least this likelihood ratio if no covariate does anything.</summary>
    public double PValue => NormalDistribution.ChiSquareUpper(LikelihoodRatio, Coefficients.Count);

    /// <summary>The factor on the hazard of someone with given covariates, against someone with the means of the sample.</summary>
    /// <param name="covariates">The values, in the order of the coefficients.</param>
    /// <exception cref="ArgumentException">They are not as many as the coefficients, or one is not finite.</exception>
    public double RelativeHazard(IReadOnlyList<double> covariates)
    {
        ArgumentNullException.ThrowIfNull(covariates);
        if (covariates.Count != Coefficients.Count || covariates.Any(value => !double.IsFinite(value)))
            throw new ArgumentException($"{Coefficients.Count} finite values are needed.", nameof(covariates));
        var score = 0.0;
        for (var k = 0; k < _means.Length; k++) score += Coefficients[k].Value * (covariates[k] - _means[k]);
        return Math.Exp(score);
    }

    /// <summary>The cumulative hazard of someone with the means of the sample, as N. Breslow or B. Efron estimate it; after the last event its last value stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a number.</exception>
    public double BaselineHazard(double time)
    {
        if (double.IsNaN(time)) throw new ArgumentOutOfRangeException(nameof(time), time, "Not a time.");
        var found = Array.BinarySearch(_times, time);
        var i = found >= 0 ? found : ~found - 1;
        return i < 0 ? 0 : _hazard[i];
    }

    /// <summary>The probability that someone with given covariates survives a time.</summary>
    /// <param name="covariates">The values, in the order of the coefficients.</param>
    /// <param name="time">The time.</param>
    /// <exception cref="ArgumentException">As for <see cref="RelativeHazard"/>.</exception>
    public double Survival(IReadOnlyList<double> covariates, double time) => Math.Exp(-BaselineHazard(time) * RelativeHazard(covariates));
}
