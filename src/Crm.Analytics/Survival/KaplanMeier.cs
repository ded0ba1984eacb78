using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>
/// The product-limit estimate of the survival function (E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete
/// Observations", JASA 53, 1958) with M. Greenwood's variance.
/// </summary>
/// <remarks>Immutable. The arrays have an entry for each distinct duration, ascending, those with nothing but censorings included.</remarks>
public sealed class KaplanMeier
{
    private readonly RiskTable _table;
    private readonly double[] _survival;
    private readonly double[] _errors;
    private readonly double[] _lower;
    private readonly double[] _upper;

    private KaplanMeier(RiskTable table, SurvivalOptions options)
    {
        (_table, Options) = (table, options);
        var count = table.Times.Length;
        (_survival, _errors, _lower, _upper) = (new double[count], new double[count], new double[count], new double[count]);
        var (survival, variance, width) = (1.0, 0.0, NormalDistribution.HalfWidth(options.Level));
        for (var i = 0; i < count; i++)
        {
            var (events, atRisk) = ((double)table.Events[i], (double)table.AtRisk[i]);
            survival *= (atRisk - events) / atRisk;
            _survival[i] = survival;
            if (survival == 0)
            {
                // Greenwood's variance has no value here; nothing is above the bound of the time before.
                (_errors[i], _lower[i], _upper[i]) = (0, 0, i == 0 ? 1 : _upper[i - 1]);
                continue;
            }

            variance += events / (atRisk * (atRisk - events));
            _errors[i] = survival * Math.Sqrt(variance);
            (_lower[i], _upper[i]) = Bounds(survival, Math.Sqrt(variance) * width, options.Scale);
        }
    }

    /// <summary>How the intervals were computed.</summary>
    public SurvivalOptions Options { get; }

    /// <summary>The distinct durations, ascending.</summary>
    public ReadOnlySpan<double> Times => _table.Times;

    /// <summary>How many were at risk just before each time.</summary>
    public ReadOnlySpan<int> AtRisk => _table.AtRisk;

    /// <summary>How many ended with the event at each time.</summary>
    public ReadOnlySpan<int> Events => _table.Events;

    /// <summary>How many were censored at each time.</summary>
    public ReadOnlySpan<int> Censored => _table.Censored;

    /// <summary>The probability to survive each time.</summary>
    public ReadOnlySpan<double> Survival => _survival;

    /// <summary>The standard errors of the probabilities; zero once all have ended, where there is none.</summary>
    public ReadOnlySpan<double> StandardErrors => _errors;

    /// <summary>The lower bounds; zero once all have ended.</summary>
    public ReadOnlySpan<double> Lower => _lower;

    /// <summary>The upper bounds; that of the time before once all have ended.</summary>
    public ReadOnlySpan<double> Upper => _upper;

    /// <summary>The median duration: <see cref="Quantile"/> of a half.</summary>
    public SurvivalEstimate Median => Quantile(0.5);

    /// <summary>Estimates the survival function of a sample.</summary>
    /// <param name="sample">The durations; without any, the function is 1 everywhere.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static KaplanMeier Estimate(SurvivalSample sample, SurvivalOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sample);
        options ??= new SurvivalOptions();
        options.Check();
        return new KaplanMeier(new RiskTable(sample), options);
    }

    /// <summary>The probability to survive a time, with its interval. After the last duration the last value stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a number.</exception>
    public SurvivalEstimate At(double time)
    {
        var i = _table.IndexAt(time);
        return i < 0 ? new(1, 1, 1) : new(_survival[i], _lower[i], _upper[i]);
    }

    /// <summary>The standard error of the probability to survive a time; zero before the first event.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a number.</exception>
    public double StandardErrorAt(double time) => _table.IndexAt(time) is >= 0 and var i ? _errors[i] : 0;

    /// <summary>
    /// The time by which a share has ended: the first at which survival is at most 1 − share, or the middle of the step where
    /// it equals that. The bounds are those of the confidence band's edges (R. Brookmeyer and J. Crowley 1982). Null where a curve stays above.
    /// </summary>
    /// <param name="share">Above 0, below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not between 0 and 1.</exception>
    public SurvivalEstimate Quantile(double share)
    {
        if (!(share is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(share), share, "Between 0 and 1.");
        return new(Cross(_survival, 1 - share), Cross(_lower, 1 - share), Cross(_upper, 1 - share));
    }

    /// <summary>The mean duration up to a horizon: the area below the curve.</summary>
    /// <param name="horizon">Not negative, and at most the last duration, after which the curve is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is negative or after the last duration.</exception>
    public double RestrictedMean(double horizon)
    {
        if (!(horizon >= 0 && _table.Times.Length > 0 && horizon <= _table.Times[^1]))
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "From zero to the last duration.");
        var (area, last, survival) = (0.0, 0.0, 1.0);
        for (var i = 0; i < _survival.Length && _table.Times[i] < horizon; i++)
        {
            area += survival * (_table.Times[i] - last);
            (last, survival) = (_table.Times[i], _survival[i]);
        }

        return area + (survival * (horizon - last));
    }

    private static (double Lower, double Upper) Bounds(double survival, double width, SurvivalScale scale)
    {
        if (survival == 1) return (1, 1);
        switch (scale)
        {
            case SurvivalScale.Plain:
                return (Math.Max(0, survival * (1 - width)), Math.Min(1, survival * (1 + width)));
            case SurvivalScale.Log:
                return (survival * Math.Exp(-width), Math.Min(1, survival * Math.Exp(width)));
            default:
                var (hazard, stretch) = (-Math.Log(survival), Math.Exp(width / -Math.Log(survival)));
                return (Math.Exp(-hazard * stretch), Math.Exp(-hazard / stretch));
        }
    }

    private double? Cross(double[] curve, double level)
    {
        // Products of fractions miss a round level by a few units in the last place.
        const double Tolerance = 1e-10;
        var first = Array.FindIndex(curve, value => value <= level + Tolerance);
        if (first < 0) return null;
        if (curve[first] < level - Tolerance) return _table.Times[first];
        var next = Array.FindIndex(curve, first, value => value < level - Tolerance);
        return next < 0 ? _table.Times[first] : (_table.Times[first] + _table.Times[next]) / 2;
    }
}
