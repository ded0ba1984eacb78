using Crm.Domain.Access;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Reads when technicians could make a visit, within its window.</summary>
internal sealed class FreeTimes(IServiceVisitStore visits, ITechnicianStore technicians, IVisitTravel travel, FieldServiceOptions options, CrmActs acts)
{
    private static readonly Duration s_furthest = Duration.FromDays(31);

    /// <summary>The times between two instants, of which neither lies in the past nor outside the visit's window nor more than 31 days ahead.</summary>
    public async Task<IReadOnlyList<FreeStretch>> FindAsync(ServiceVisit visit, Instant? from, Instant? until, Instant now, CancellationToken cancellationToken)
    {
        var first = Instant.Max(Instant.Max(from ?? now, now), visit.WindowFrom - Duration.FromDays(1));
        var last = Instant.Min(Instant.Min(until ?? visit.WindowUntil, visit.WindowUntil), Instant.Max(first, visit.WindowFrom) + s_furthest);
        if (last < first)
        {
            return [];
        }

        var crew = await technicians.ListAsync(activeOnly: true, cancellationToken).ConfigureAwait(false);
        var busy = (await visits.BusyAsync([.. crew.Select(t => t.Id)], first - Duration.FromDays(1), last + VisitGrid.Longest, cancellationToken).ConfigureAwait(false))
            .Where(b => b.VisitId != visit.Id).ToList();
        var times = await VisitTravelTimes.ForAsync(travel, options, [visit.Place, .. crew.Select(t => t.Home), .. busy.Select(b => b.Place)], cancellationToken).ConfigureAwait(false);
        return [.. FreeSlotFinder.Find(visit, crew, busy, times, first, last, acts.Errors)];
    }
}
