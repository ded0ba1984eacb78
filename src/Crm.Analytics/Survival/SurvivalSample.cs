using System.Globalization;

namespace Crm.Analytics.Survival;

/// <summary>Durations, each ended by the event of interest or by the end of observation (censored on the right).</summary>
/// <remarks>Immutable; the unit is the caller's. Ties between an event and a censoring: the censored one was still at risk.</remarks>
public sealed class SurvivalSample
{
    private readonly double[] _durations;
    private readonly bool[] _observed;

    /// <summary>Makes a sample of parallel columns, which are copied.</summary>
    /// <param name="durations">The durations, finite and not negative.</param>
    /// <param name="observed">Whether each ended with the event; false when it was censored.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a duration is negative or not finite; the message names the row, from 0.</exception>
    public SurvivalSample(ReadOnlySpan<double> durations, ReadOnlySpan<bool> observed)
    {
        if (durations.Length != observed.Length)
            throw new ArgumentException($"There are {durations.Length} durations and {observed.Length} marks.", nameof(observed));
        for (var row = 0; row < durations.Length; row++)
        {
            if (!double.IsFinite(durations[row]) || durations[row] < 0)
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Row {row}: {durations[row]} is no duration."), nameof(durations));
        }

        (_durations, _observed) = (durations.ToArray(), observed.ToArray());
        Order = new int[durations.Length];
        for (var row = 0; row < Order.Length; row++) Order[row] = row;
        Array.Sort((double[])_durations.Clone(), Order);
    }

    /// <summary>How many durations there are.</summary>
    public int Count => _durations.Length;

    /// <summary>How many ended with the event.</summary>
    public int Events => _observed.Count(observed => observed);

    /// <summary>The durations in the order given.</summary>
    public ReadOnlySpan<double> Durations => _durations;

    /// <summary>Whether each ended with the event.</summary>
    public ReadOnlySpan<bool> Observed => _observed;

    /// <summary>The rows by ascending duration.</summary>
    internal int[] Order { get; }
}
