using System.Globalization;

namespace Crm.Analytics.Uplift;

/// <summary>The outcomes of an experiment: of each customer the group, what came of it, and optionally a figure from before it.</summary>
/// <remarks>Immutable. Only groups that were drawn by chance before anything was sent can be compared; see <see cref="ControlGroup"/>.</remarks>
public sealed partial class UpliftSample
{
    private readonly bool[] _treated;
    private readonly double[] _outcomes;
    private readonly double[] _past;

    /// <summary>Makes a sample of parallel columns, which are copied.</summary>
    /// <param name="treated">Whether each customer was treated.</param>
    /// <param name="outcomes">What came of it, finite.</param>
    /// <param name="past">A figure from before the treatment, finite; none by default.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a figure is not finite; the message names the row, from 0.</exception>
    public UpliftSample(ReadOnlySpan<bool> treated, ReadOnlySpan<double> outcomes, ReadOnlySpan<double> past = default)
    {
        if (outcomes.Length != treated.Length || (past.Length != treated.Length && past.Length > 0))
            throw new ArgumentException($"There are {treated.Length} groups, {outcomes.Length} outcomes and {past.Length} figures of the past.", nameof(outcomes));
        CheckFinite(outcomes, nameof(outcomes));
        CheckFinite(past, nameof(past));
        (_treated, _outcomes, _past) = (treated.ToArray(), outcomes.ToArray(), past.ToArray());
        TreatedCount = _treated.Count(isTreated => isTreated);
    }

    /// <summary>How many customers there are.</summary>
    public int Count => _treated.Length;

    /// <summary>How many were treated.</summary>
    public int TreatedCount { get; }

    /// <summary>How many were not.</summary>
    public int ControlCount => Count - TreatedCount;

    /// <summary>Whether figures from before are known.</summary>
    public bool HasPast => _past.Length > 0;

    /// <summary>Of a sample from a log, how many customers are in no row of it; their outcomes are 0.</summary>
    public int CustomersNotInLog { get; private init; }

    /// <summary>Whether each customer was treated.</summary>
    public ReadOnlySpan<bool> Treated => _treated;

    /// <summary>What came of it.</summary>
    public ReadOnlySpan<double> Outcomes => _outcomes;

    /// <summary>The figures from before; empty where there are none.</summary>
    public ReadOnlySpan<double> Past => _past;

    private static void CheckFinite(ReadOnlySpan<double> figures, string name)
    {
        for (var row = 0; row < figures.Length; row++)
        {
            if (!double.IsFinite(figures[row]))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Row {row}: {figures[row]} is no figure."), name);
        }
    }
}
