using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>When a case was paused and when it was resolved.</summary>
internal sealed class SlaStops
{
    private readonly List<(Instant Start, Instant? End, bool IsDone)> _stops = [];

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

    public static IReadOnlyList<SlaSpan> Explain(BusinessCalendar calendar, Instant from, Instant until, List<Interval> stops)
    {
        var spans = new List<SlaSpan>();
        var at = from;
        foreach (var stop in stops)
        {
            Add(at, stop.Start, counts: true);
            Add(stop.Start, stop.End, counts: false);
            at = stop.End;
        }

        Add(at, until, counts: true);
        return spans;

        void Add(Instant start, Instant end, bool counts)
        {
            if (start < end)
            {
                var open = calendar.OpenPeriods(new(start, end));
                spans.Add(new SlaSpan(start, end, counts, open.Aggregate(Duration.Zero, (sum, o) => sum + o.Duration), open));
            }
        }
    }

    public void Move(CaseCategory before, CaseCategory now, Instant at)
    {
        if (before != now && before != CaseCategory.Open)
        {
            _stops[^1] = _stops[^1] with { End = at };
        }

        if (before != now && now != CaseCategory.Open)
        {
            _stops.Add((at, null, now != CaseCategory.Paused));
        }
    }

    /// <summary>The stretches in which a clock stood still, in order; apart from them, since when it stands still at the end.</summary>
    public (List<Interval> Stops, Instant? Since) Within(Instant from, Instant until, bool countsPauses)
    {
        var stops = Joined(
            _stops.Where(s => (s.IsDone || countsPauses) && s.Start < until).Select(s => new Interval(s.Start, s.End is { } end && end < until ? end : until)), from);
        if (_stops.Count == 0 || _stops[^1] is not { End: null } last || !(last.IsDone || countsPauses))
        {
            return (stops, null);
        }

        var since = stops.Count > 0 && stops[^1].End == until ? stops[^1].Start : until;
        stops.RemoveAll(s => s.End == until);
        return (stops, since);
    }
}
