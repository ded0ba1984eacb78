using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Uplift;

/// <summary>How much more the treated bought on average than the control group.</summary>
/// <remarks>
/// Welch's interval, which lets the groups vary differently: B. L. Welch, Biometrika 34 (1947). Adjusted by the past, it is that of what the past
/// does not foresee (CUPED: A. Deng, Y. Xu, R. Kohavi, T. Walker, "Improving the Sensitivity of Online Controlled Experiments by Utilizing
/// Pre-Experiment Data", WSDM 2013); the standard error pays for the coefficient as analysis of covariance does.
/// </remarks>
public sealed record MeanUplift
{
    internal MeanUplift(UpliftSample sample, GroupMoments treated, GroupMoments control, double level) =>
        (TreatedCount, ControlCount, TreatedMean, ControlMean, Level) = (sample.TreatedCount, sample.ControlCount, treated.Mean, control.Mean, level);

    /// <summary>The treated.</summary>
    public int TreatedCount { get; }

    /// <summary>The control group.</summary>
    public int ControlCount { get; }

    /// <summary>The mean outcome of the treated; when adjusted, at the mean past of all.</summary>
    public double TreatedMean { get; internal init; }

    /// <summary>The mean outcome of the control group; when adjusted, at the mean past of all.</summary>
    public double ControlMean { get; internal init; }

    /// <summary>The level of the interval.</summary>
    public double Level { get; }

    /// <summary>The mean of the treated less that of the control group.</summary>
    public double Difference => TreatedMean - ControlMean;

    /// <summary>The standard error of <see cref="Difference"/>.</summary>
    public required double StandardError { get; init; }

    /// <summary>The degrees of freedom of the interval.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>The lower end of the interval of <see cref="Difference"/>.</summary>
    public double Lower => Difference - HalfWidth;

    /// <summary>The upper end of the interval of <see cref="Difference"/>.</summary>
    public double Upper => Difference + HalfWidth;

    /// <summary>The difference as a share of the control group's mean; null where that is not above 0.</summary>
    public double? Relative => ControlMean > 0 ? Difference / ControlMean : null;

    /// <summary>What the treatment brought of all the treated together.</summary>
    public double Total => Difference * TreatedCount;

    /// <summary>The probability of at least this difference if the treatment does nothing.</summary>
    public double PValue => StandardError > 0 ? StudentDistribution.TwoSided(Difference / StandardError, DegreesOfFreedom) : Difference == 0 ? 1 : 0;

    /// <summary>How much outcome goes with one of the past; null when not adjusted.</summary>
    public double? Coefficient { get; internal init; }

    /// <summary>The share of the variance that the past foresees, at most 1; null when not adjusted. So much smaller an experiment would do.</summary>
    public double? VarianceReduction { get; internal init; }

    private double HalfWidth => StandardError > 0 ? StandardError * StudentDistribution.HalfWidth(Level, DegreesOfFreedom) : 0;

    /// <summary>The least difference that an experiment as this one shows with some probability.</summary>
    /// <param name="power">The probability, between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The power is out of range.</exception>
    public double DetectableDifference(double power = 0.8)
    {
        UpliftRules.CheckOpen(power, nameof(power));
        return StandardError * (NormalDistribution.HalfWidth(Level) + NormalDistribution.Quantile(power));
    }

    /// <summary>Compares the means.</summary>
    /// <param name="sample">The experiment.</param>
    /// <param name="level">The level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A group has fewer than two customers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static MeanUplift Of(UpliftSample sample, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        UpliftRules.CheckGroups(sample.TreatedCount, sample.ControlCount, 2);
        UpliftRules.CheckLevel(level);
        var (treated, control) = (GroupMoments.Of(sample, true), GroupMoments.Of(sample, false));
        var (one, other) = (treated.Variance / sample.TreatedCount, control.Variance / sample.ControlCount);
        return new MeanUplift(sample, treated, control, level)
        {
            StandardError = Math.Sqrt(one + other),
            DegreesOfFreedom = Welch(one, sample.TreatedCount - 1, other, sample.ControlCount - 1),
        };
    }

    /// <summary>Compares the means of what the past does not foresee: the same difference in expectation, with a narrower interval.</summary>
    /// <param name="sample">The experiment, with the past of everybody. A past that is the same for all adjusts nothing.</param>
    /// <param name="level">The level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A group has fewer than two customers, or the sample has no past.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static MeanUplift Adjusted(UpliftSample sample, double level = 0.95)
    {
        var plain = Of(sample, level);
        if (!sample.HasPast) throw new ArgumentException("The sample has no past to adjust by.", nameof(sample));
        var (treated, control) = (GroupMoments.Of(sample, true), GroupMoments.Of(sample, false));
        var (squares, products) = (treated.PastSquares + control.PastSquares, treated.Products + control.Products);
        if (!(squares > 0)) return plain with { Coefficient = 0, VarianceReduction = 0 };

        var coefficient = products / squares;
        var lost = (sample.Count - 2) / (sample.Count - 3.0);
        var (one, other) = (treated.Residual(coefficient) * lost / sample.TreatedCount, control.Residual(coefficient) * lost / sample.ControlCount);
        var gap = treated.PastMean - control.PastMean;
        var left = treated.Residual(coefficient) * (sample.TreatedCount - 1) + (control.Residual(coefficient) * (sample.ControlCount - 1));
        var all = treated.Squares + control.Squares;
        var middle = ((treated.PastMean * sample.TreatedCount) + (control.PastMean * sample.ControlCount)) / sample.Count;
        return plain with
        {
            TreatedMean = treated.Mean - (coefficient * (treated.PastMean - middle)),
            ControlMean = control.Mean - (coefficient * (control.PastMean - middle)),
            StandardError = Math.Sqrt(one + other + (left / (sample.Count - 3) * gap * gap / squares)),
            DegreesOfFreedom = Math.Max(1, Welch(one, sample.TreatedCount - 1, other, sample.ControlCount - 1) - 1),
            Coefficient = coefficient,
            VarianceReduction = all > 0 ? 1 - (left / all) : 0,
        };
    }

    // B. L. Welch and F. E. Satterthwaite; with no variance at all, as if the groups varied alike.
    private static double Welch(double one, int oneDegrees, double other, int otherDegrees) => one + other > 0
        ? (one + other) * (one + other) / ((one * one / oneDegrees) + (other * other / otherDegrees))
        : oneDegrees + otherDegrees;
}
