using Crm.Analytics.Mathematics;

namespace Crm.Analytics.Survival;

/// <summary>
/// The estimate of the cumulative hazard by W. Nelson (1969) and O. Aalen (1978): the sum of events by numbers at risk, with
/// Aalen's variance and an interval that is symmetric in the logarithm.
/// </summary>
/// <remarks>Immutable. The arrays have an entry for each distinct duration, ascending.</remarks>
public sealed class NelsonAalen
{
    private readonly RiskTable _table;
    private readonly double[] _hazard;
    private readonly double[] _errors;
    private readonly double _width;

    private NelsonAalen(RiskTable table, double level)
    {
        (_table, Level, _width) = (table, level, NormalDistribution.HalfWidth(level));
        (_hazard, _errors) = (new double[table.Times.Length], new double[table.Times.Length]);
        var (hazard, variance) = (0.0, 0.0);
        for (var i = 0; i < _hazard.Length; i++)
        {
            hazard += table.Events[i] / (double)table.AtRisk[i];
            variance += table.Events[i] / ((double)table.AtRisk[i] * table.AtRisk[i]);
            (_hazard[i], _errors[i]) = (hazard, Math.Sqrt(variance));
        }
    }

    /// <summary>The level of the intervals.</summary>
    public double Level { get; }

    /// <summary>The distinct durations, ascending.</summary>
    public ReadOnlySpan<double> Times => _table.Times;

    /// <summary>The cumulative hazard at each time.</summary>
    public ReadOnlySpan<double> CumulativeHazard => _hazard;

    /// <summary>The standard errors of the cumulative hazards.</summary>
    public ReadOnlySpan<double> StandardErrors => _errors;

    /// <summary>Estimates the cumulative hazard of a sample.</summary>
    /// <param name="sample">The durations; without any, the hazard is 0 everywhere.</param>
    /// <param name="level">The level of the intervals, between 0 and 1; default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is out of range.</exception>
    public static NelsonAalen Estimate(SurvivalSample sample, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(level is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "Between 0 and 1.");
        return new NelsonAalen(new RiskTable(sample), level);
    }

    /// <summary>The cumulative hazard at a time, with its interval. After the last duration the last value stands.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is not a number.</exception>
    public SurvivalEstimate At(double time)
    {
        var i = _table.IndexAt(time);
        if (i < 0 || _hazard[i] == 0) return new(0, 0, 0);
        var stretch = Math.Exp(_width * _errors[i] / _hazard[i]);
        return new(_hazard[i], _hazard[i] / stretch, _hazard[i] * stretch);
    }
}
