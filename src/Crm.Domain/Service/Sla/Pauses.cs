using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Spans in which a clock stood still.</summary>
internal static class Pauses
{
    /// <summary>In order, overlapping and touching ones as one, and nothing of them before an instant.</summary>
    public static List<Interval> Joined(IEnumerable<Interval> pauses, Instant from)
    {
        var joined = new List<Interval>();
        foreach (var pause in pauses.OrderBy(p => p.Start))
        {
            if (!pause.HasEnd)
            {
                throw new ArgumentException("A pause with an end was expected.", nameof(pauses));
            }

            var start = Instant.Max(pause.Start, from);
            if (pause.End <= start)
            {
                continue;
            }

            if (joined.Count > 0 && joined[^1].End >= start)
            {
                joined[^1] = new(joined[^1].Start, Instant.Max(joined[^1].End, pause.End));
            }
            else
            {
                joined.Add(new(start, pause.End));
            }
        }

        return joined;
    }
}
