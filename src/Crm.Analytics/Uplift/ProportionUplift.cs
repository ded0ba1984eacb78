using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Uplift;

/// <summary>How many more of the treated than of the control group bought.</summary>
/// <remarks>
/// The interval is the hybrid score interval, method 10 of R. G. Newcombe, "Interval estimation for the difference between independent
/// proportions", Statistics in Medicine 17 (1998): it holds for small groups and rates near 0 and 1. The p-value is of the test with pooled variance.
/// </remarks>
public sealed record ProportionUplift
{
    private ProportionUplift(int treatedCount, int treatedBuyers, int controlCount, int controlBuyers, double level) =>
        (TreatedCount, TreatedBuyers, ControlCount, ControlBuyers, Level) = (treatedCount, treatedBuyers, controlCount, controlBuyers, level);

    /// <summary>The treated.</summary>
    public int TreatedCount { get; }

    /// <summary>Those of the treated who bought.</summary>
    public int TreatedBuyers { get; }

    /// <summary>The control group.</summary>
    public int ControlCount { get; }

    /// <summary>Those of the control group who bought.</summary>
    public int ControlBuyers { get; }

    /// <summary>The level of the interval.</summary>
    public double Level { get; }

    /// <summary>The share of the treated who bought.</summary>
    public double TreatedRate => TreatedBuyers / (double)TreatedCount;

    /// <summary>The share of the control group who bought.</summary>
    public double ControlRate => ControlBuyers / (double)ControlCount;

    /// <summary>The rate of the treated less that of the control group.</summary>
    public double Difference => TreatedRate - ControlRate;

    /// <summary>The lower end of the interval of <see cref="Difference"/>.</summary>
    public double Lower { get; private init; }

    /// <summary>The upper end of the interval of <see cref="Difference"/>.</summary>
    public double Upper { get; private init; }

    /// <summary>The difference as a share of the control group's rate; null where that is 0.</summary>
    public double? Relative => ControlBuyers == 0 ? null : Difference / ControlRate;

    /// <summary>How many buyers the treatment made among the treated.</summary>
    public double AdditionalBuyers => Difference * TreatedCount;

    /// <summary>The probability of at least this difference if the treatment does nothing.</summary>
    public double PValue { get; private init; }

    /// <summary>Compares the shares of those with an outcome above 0.</summary>
    /// <param name="sample">The experiment.</param>
    /// <param name="level">The level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A group is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static ProportionUplift Of(UpliftSample sample, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        var (treated, control) = (0, 0);
        for (var i = 0; i < sample.Count; i++)
        {
            if (!(sample.Outcomes[i] > 0)) continue;
            if (sample.Treated[i]) treated++;
            else control++;
        }

        return Of(sample.TreatedCount, treated, sample.ControlCount, control, level);
    }

    /// <summary>Compares two shares that were counted.</summary>
    /// <param name="treatedCount">The treated.</param>
    /// <param name="treatedBuyers">Those of them who bought.</param>
    /// <param name="controlCount">The control group.</param>
    /// <param name="controlBuyers">Those of them who bought.</param>
    /// <param name="level">The level of the interval, strictly between 0 and 1.</param>
    /// <exception cref="ArgumentException">A group is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are more buyers than customers, or fewer than none; or the level is out of range.</exception>
    public static ProportionUplift Of(int treatedCount, int treatedBuyers, int controlCount, int controlBuyers, double level = 0.95)
    {
        UpliftRules.CheckGroups(treatedCount, controlCount, 1);
        UpliftRules.CheckLevel(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)treatedBuyers, (uint)treatedCount, nameof(treatedBuyers));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)controlBuyers, (uint)controlCount, nameof(controlBuyers));
        var z = NormalDistribution.HalfWidth(level);
        var (treated, control) = (WilsonInterval.Of(treatedCount, treatedBuyers, z), WilsonInterval.Of(controlCount, controlBuyers, z));
        var difference = treated.Rate - control.Rate;
        return new ProportionUplift(treatedCount, treatedBuyers, controlCount, controlBuyers, level)
        {
            Lower = difference - double.Hypot(treated.Rate - treated.Lower, control.Upper - control.Rate),
            Upper = difference + double.Hypot(treated.Upper - treated.Rate, control.Rate - control.Lower),
            PValue = Test(difference, treatedCount, controlCount, (treatedBuyers + (double)controlBuyers) / (treatedCount + (double)controlCount)),
        };
    }

    private static double Test(double difference, double treated, double control, double pooled) =>
        difference == 0 ? 1 : NormalDistribution.TwoSided(difference / Math.Sqrt(pooled * (1 - pooled) * ((1 / treated) + (1 / control))));
}
