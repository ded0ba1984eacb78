using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Uplift;

/// <summary>How many customers an experiment needs.</summary>
/// <param name="Treated">Customers to treat.</param>
/// <param name="Control">Customers of the control group.</param>
public sealed record SampleSize(long Treated, long Control)
{
    /// <summary>Both groups.</summary>
    public long Total => Treated + Control;

    /// <summary>To show a difference of shares of buyers.</summary>
    /// <param name="controlRate">The share of the control group that buys, between 0 and 1.</param>
    /// <param name="difference">How much larger or smaller that of the treated is; not 0.</param>
    /// <param name="options">What shall be shown; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate or an option is out of range, or the experiment is too large to count.</exception>
    /// <remarks>Source: J. L. Fleiss, "Statistical Methods for Rates and Proportions" (1981), without correction for continuity.</remarks>
    public static SampleSize ForProportions(double controlRate, double difference, SampleSizeOptions? options = null)
    {
        options ??= new SampleSizeOptions();
        options.Check();
        UpliftRules.CheckOpen(controlRate, nameof(controlRate));
        var treatedRate = controlRate + difference;
        if (difference == 0 || !(treatedRate is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "The treated must buy at another rate from 0 to 1.");
        var (control, treated) = (options.ControlShare, 1 - options.ControlShare);
        var mean = (control * controlRate) + (treated * treatedRate);
        var (alike, apart) = (
            Math.Sqrt(mean * (1 - mean) * ((1 / control) + (1 / treated))),
            Math.Sqrt((controlRate * (1 - controlRate) / control) + (treatedRate * (1 - treatedRate) / treated)));
        var root = ((NormalDistribution.HalfWidth(options.Level) * alike) + (NormalDistribution.Quantile(options.Power) * apart)) / difference;
        return Of(root * root, options);
    }

    /// <summary>To show a difference of means.</summary>
    /// <param name="deviation">The standard deviation of the outcome, above 0.</param>
    /// <param name="difference">How much larger or smaller the mean of the treated is; not 0.</param>
    /// <param name="correlation">How the outcome goes with the past, −1 to 1, when it is adjusted by it; 0 when not.</param>
    /// <param name="options">What shall be shown; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure or an option is out of range, or the experiment is too large to count.</exception>
    /// <remarks>Normal approximation with the term z²/2 for small groups of W. C. Guenther, The American Statistician 35 (1981).</remarks>
    public static SampleSize ForMeans(double deviation, double difference, double correlation = 0, SampleSizeOptions? options = null)
    {
        options ??= new SampleSizeOptions();
        options.Check();
        if (!(deviation > 0) || !double.IsFinite(deviation)) throw new ArgumentOutOfRangeException(nameof(deviation), deviation, "A deviation is above 0.");
        if (difference == 0 || !double.IsFinite(difference)) throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference is needed.");
        if (!(correlation is > -1 and < 1)) throw new ArgumentOutOfRangeException(nameof(correlation), correlation, "A correlation is between −1 and 1.");
        var z = NormalDistribution.HalfWidth(options.Level);
        var root = (z + NormalDistribution.Quantile(options.Power)) * deviation / difference;
        var shares = (1 / options.ControlShare) + (1 / (1 - options.ControlShare));
        return Of((root * root * shares * (1 - (correlation * correlation))) + (z * z / 2), options);
    }

    private static SampleSize Of(double total, SampleSizeOptions options) => total < 1e15
        ? new SampleSize((long)Math.Max(2, Math.Ceiling(total * (1 - options.ControlShare))), (long)Math.Max(2, Math.Ceiling(total * options.ControlShare)))
        : throw new ArgumentOutOfRangeException(nameof(options), total, "So small a difference needs more customers than can be counted.");
}
