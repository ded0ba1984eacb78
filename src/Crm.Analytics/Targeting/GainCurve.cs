namespace Crm.Analytics.Targeting;

/// <summary>How soon a ranking of customers reaches the targets among them. Immutable.</summary>
/// <remarks>Of equal scores, each customer counts as the average of them, so that their order does not matter.</remarks>
public sealed class GainCurve
{
    private readonly double[] _reached;

    private GainCurve(double[] reached, int targets) => (_reached, Targets) = (reached, targets);

    /// <summary>How many customers are ranked.</summary>
    public int Count => _reached.Length;

    /// <summary>How many of them are targets.</summary>
    public int Targets { get; }

    /// <summary>
    /// The probability that of a target and another customer, drawn by chance, the target has the higher score: 0.5 for a ranking that knows
    /// nothing, 1 for one that knows all; null without targets or without others.
    /// </summary>
    public double? AreaUnderCurve { get; private init; }

    /// <summary>Ranks customers by score and sees where the targets are.</summary>
    /// <param name="scores">What ranks each customer, the highest first; not NaN.</param>
    /// <param name="isTarget">Whether each is a target.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a score is not a number.</exception>
    public static GainCurve Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> isTarget)
    {
        if (scores.Length != isTarget.Length) throw new ArgumentException($"There are {scores.Length} scores and {isTarget.Length} customers.", nameof(isTarget));
        var (keys, marks) = (scores.ToArray(), isTarget.ToArray());
        if (Array.Exists(keys, double.IsNaN)) throw new ArgumentException("A score is not a number.", nameof(scores));
        Array.Sort(keys, marks);
        Array.Reverse(keys);
        Array.Reverse(marks);

        var (reached, sum, wins) = (new double[keys.Length], 0.0, 0.0);
        for (var start = 0; start < keys.Length;)
        {
            var end = start;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            var targets = marks.AsSpan(start, end - start).Count(true);
            for (var i = start; i < end; i++) reached[i] = sum + (targets * (i - start + 1.0) / (end - start));
            // Others of this score lose against all targets before, and tie with half of these.
            wins += (end - start - targets) * (sum + (targets / 2.0));
            sum += targets;
            start = end;
        }

        var others = keys.Length - sum;
        return new GainCurve(reached, (int)sum) { AreaUnderCurve = sum > 0 && others > 0 ? wins / (sum * others) : null };
    }

    /// <summary>What share of the targets the best customers hold.</summary>
    /// <param name="share">Their share of all customers, 0 to 1; rounded up to whole customers.</param>
    /// <returns>The share; null without targets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double? Gain(decimal share)
    {
        if (share is < 0 or > 1) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        var count = (int)decimal.Ceiling(share * Count);
        return Targets == 0 ? null : count == 0 ? 0 : _reached[count - 1] / Targets;
    }

    /// <summary>How many times more targets the best customers hold than as many drawn by chance.</summary>
    /// <param name="share">Their share of all customers, above 0 and at most 1; rounded up to whole customers.</param>
    /// <returns>The lift; null without targets.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public double? Lift(decimal share)
    {
        if (share <= 0) throw new ArgumentOutOfRangeException(nameof(share), share, "A share is above 0.");
        return Gain(share) is { } gain ? gain * Count / (double)decimal.Ceiling(share * Count) : null;
    }
}
