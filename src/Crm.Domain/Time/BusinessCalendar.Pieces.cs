using NodaTime;

namespace Crm.Domain.Time;

/// <content>The open stretches, day by day, where a date differs or a clock changes.</content>
public sealed partial class BusinessCalendar
{
    private static readonly Duration s_sevenDays = Duration.FromDays(7);
    private static readonly Duration s_margin = Duration.FromDays(3);
    private static readonly Instant s_first = Instant.FromUtc(1, 1, 8, 0, 0);
    private static readonly Instant s_last = Instant.FromUtc(9998, 12, 31, 0, 0);

    /// <summary>Disjoint open stretches in order from an instant on; a long one may come in touching pieces.</summary>
    private IEnumerable<(Instant Start, Instant End)> Pieces(Instant from)
    {
        var closedBefore = Instant.Max(from, s_first);
        var pending = new List<(Instant Start, Instant End)>();

        // Two days before, a night shift may have begun that still lasts.
        for (var date = closedBefore.InZone(Zone).Date.PlusDays(-2); ; date = date.PlusDays(1))
        {
            foreach (var interval in IntervalsOn(date))
            {
                pending.AddRange(OutsideBreaks(date, interval.On(date, Zone)));
            }

            // A start that daylight saving moved past midnight waits for those of the next day.
            pending.Sort();
            var nextDay = Midnight(date.PlusDays(1));
            var ready = pending.FindIndex(piece => piece.Start >= nextDay) is var index && index >= 0 ? index : pending.Count;
            for (var i = 0; i < ready; i++)
            {
                var start = Instant.Max(pending[i].Start, closedBefore);
                if (pending[i].End > start)
                {
                    closedBefore = pending[i].End;
                    yield return (start, closedBefore);
                }
            }

            pending.RemoveRange(0, ready);
            if (nextDay >= s_last)
            {
                yield break;
            }
        }
    }

    private List<(Instant Start, Instant End)> OutsideBreaks(LocalDate date, (Instant Start, Instant End) whole)
    {
        List<(Instant Start, Instant End)> parts = [whole];
        for (var day = date.PlusDays(-1); Breaks.Count > 0 && day <= date.PlusDays(1); day = day.PlusDays(1))
        {
            foreach (var pause in Breaks.GetValueOrDefault(day, []))
            {
                var (from, to) = pause.On(day, Zone);
                parts = [.. parts
                    .SelectMany(part => new[] { (part.Start, Instant.Min(part.End, from)), (Instant.Max(part.Start, to), part.End) })
                    .Where(part => part.Item1 < part.Item2)];
            }
        }

        return parts;
    }

    // Leniently: a date may be skipped as a whole (Samoa, 30 December 2011).
    private Instant Midnight(LocalDate date) => Zone.AtLeniently(date.AtMidnight()).ToInstant();
}
