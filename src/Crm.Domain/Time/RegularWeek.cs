using NodaTime;

namespace Crm.Domain.Time;

/// <summary>
/// The open stretches of a week in which no date differs and no clock changes, in nanoseconds from Monday midnight, and how much is open
/// before each: business time within such weeks is a look-up and a division, however long it is.
/// </summary>
internal sealed class RegularWeek
{
    /// <summary>Seven days.</summary>
    public const long Length = 7 * NodaConstants.NanosecondsPerDay;

    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _before;

    public RegularWeek(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> weekly)
    {
        var (starts, ends) = (new List<long>(), new List<long>());
        foreach (var (start, end) in Stretches(weekly).Order())
        {
            if (ends.Count > 0 && start <= ends[^1])
            {
                ends[^1] = Math.Max(ends[^1], end);
            }
            else
            {
                starts.Add(start);
                ends.Add(end);
            }
        }

        (_starts, _ends, _before) = ([.. starts], [.. ends], new long[starts.Count]);
        for (var i = 0; i < _starts.Length; i++)
        {
            _before[i] = Total;
            Total += _ends[i] - _starts[i];
        }
    }

    /// <summary>How much of the week is open.</summary>
    public long Total { get; }

    /// <summary>How much is open before a moment of the week.</summary>
    public long Before(long moment)
    {
        var open = 0L;
        for (var i = 0; i < _starts.Length && _starts[i] < moment; i++)
        {
            open = _before[i] + Math.Min(moment, _ends[i]) - _starts[i];
        }

        return open;
    }

    /// <summary>Whether a moment of the week is open; one of opening is, one of closing is not.</summary>
    public bool IsOpen(long moment)
    {
        for (var i = 0; i < _starts.Length && _starts[i] <= moment; i++)
        {
            if (moment < _ends[i])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// How long it takes from a moment of the week until an amount of business time has passed.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <param name="amount">The amount: more than nothing, or from nothing when not at closing time.</param>
    /// <param name="atClosing">Whether an amount that is reached at closing time is, or the next opening is gone to.</param>
    /// <param name="most">Beyond how long the answer does not matter.</param>
    /// <returns>The time; null when it is longer than <paramref name="most"/>.</returns>
    public long? Until(long moment, long amount, bool atClosing, long most)
    {
        var target = Before(moment) + amount;
        var weeks = (atClosing ? target - 1 : target) / Total;
        if (weeks > (most / Length) + 1)
        {
            return null;
        }

        var rest = target - (weeks * Total);
        var at = 0;
        while (atClosing ? _before[at] + _ends[at] - _starts[at] < rest : _before[at] + _ends[at] - _starts[at] <= rest)
        {
            at++;
        }

        var takes = (weeks * Length) + _starts[at] + rest - _before[at] - moment;
        return takes > most ? null : takes;
    }

    // What begins on Sunday can last into Monday, which is the week's beginning.
    private static IEnumerable<(long Start, long End)> Stretches(IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>> weekly)
    {
        foreach (var (day, intervals) in weekly)
        {
            foreach (var interval in intervals)
            {
                var start = (((int)day - 1) * NodaConstants.NanosecondsPerDay) + interval.Start.NanosecondOfDay;
                var end = start + interval.Length.ToInt64Nanoseconds();
                yield return (start, Math.Min(end, Length));
                if (end > Length)
                {
                    yield return (0, end - Length);
                }
            }
        }
    }
}
