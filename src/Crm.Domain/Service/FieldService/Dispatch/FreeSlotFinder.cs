using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Finds where a visit fits into the days of technicians: in each stretch without bookings, the earliest time that leaves room for the travel.</summary>
internal static class FreeSlotFinder
{
    public static IEnumerable<FreeStretch> Find(
        ServiceVisit visit, IReadOnlyList<Technician> technicians, IReadOnlyList<BusyTime> busy, VisitTravelTimes times, Instant from, Instant until, CrmErrorDescriber errors)
    {
        var length = VisitGrid.Up(visit.EstimatedDuration);
        foreach (var technician in technicians)
        {
            foreach (var stretch in WorkingTime.Of(technician, busy, from, until + length + technician.Buffer))
            {
                if (times.Between(stretch.Before, visit.Place) is not { } there || times.Between(visit.Place, stretch.After) is not { } on)
                {
                    continue;
                }

                var earliest = VisitGrid.After(Instant.Max(stretch.From + there, visit.WindowFrom));

                // The next booking has reserved travel from where the technician would have been without this visit.
                var free = stretch.TravelAfter is { } reserved ? Duration.Max(technician.Buffer, on - reserved) : Duration.Zero;
                var latest = Instant.Min(until, VisitGrid.Before(stretch.Until - free - length));
                if (earliest > latest || BookingRules.OfSkills(visit, technician, earliest, errors).Any())
                {
                    continue;
                }

                var direct = times.Between(stretch.Before, stretch.After) ?? Duration.Zero;
                yield return new FreeStretch(technician, earliest, latest, length, there, Duration.Max(Duration.Zero, there + on - direct));
            }
        }
    }
}
