using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A stretch of a technician's day in which nothing is booked, and the places between which it lies.</summary>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Before">Where the technician is before; null where that is not known.</param>
/// <param name="After">Where the technician must be after it.</param>
/// <param name="TravelAfter">The travel that the next booking has reserved; null where the working time ends.</param>
internal sealed record WorkingTime(Instant From, Instant Until, GeoPoint? Before, GeoPoint? After, Duration? TravelAfter)
{
    private static readonly Duration s_sameDay = Duration.FromHours(12);

    /// <summary>The stretches of a technician within a time, on the grid: open, not absent, not booked.</summary>
    public static IEnumerable<WorkingTime> Of(Technician technician, IReadOnlyList<BusyTime> busy, Instant from, Instant until)
    {
        if (until <= from)
        {
            yield break;
        }

        var booked = busy.Where(b => b.TechnicianId == technician.Id).OrderBy(b => b.From).ToList();
        foreach (var open in Present(technician, from, until))
        {
            // Who was at a customer on that day goes on from there.
            var earlier = booked.FindLast(b => b.Until <= open.Start && b.Until > open.Start - s_sameDay);
            var (at, before) = (VisitGrid.After(open.Start), earlier is null ? technician.Home : earlier.Place);
            foreach (var booking in booked.Where(b => b.Until > open.Start && b.From < open.End))
            {
                if (booking.From > at)
                {
                    yield return new WorkingTime(at, VisitGrid.Before(booking.From), before, booking.Place, booking.Start - booking.From);
                }

                if (booking.Until > at)
                {
                    (at, before) = (VisitGrid.After(booking.Until), booking.Place);
                }
            }

            if (VisitGrid.Before(open.End) > at)
            {
                yield return new WorkingTime(at, VisitGrid.Before(open.End), before, technician.Home, null);
            }
        }
    }

    /// <summary>When a technician works and is not absent.</summary>
    public static IEnumerable<Interval> Present(Technician technician, Instant from, Instant until)
    {
        foreach (var open in technician.Calendar.OpenPeriods(new Interval(from, until)))
        {
            var at = open.Start;
            foreach (var absence in technician.Absences.Where(a => a.From < open.End && a.Until > open.Start).OrderBy(a => a.From))
            {
                if (absence.From > at)
                {
                    yield return new Interval(at, absence.From);
                }

                at = Instant.Max(at, absence.Until);
            }

            if (at < open.End)
            {
                yield return new Interval(at, open.End);
            }
        }
    }
}
