using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Settles bookings: what is left open of a request, and everything that speaks against it.</summary>
internal sealed class BookingDesk(ITechnicianStore technicians, IServiceVisitStore visits, IVisitTravel travel, FieldServiceOptions options, CrmActs acts)
{
    private static readonly Duration s_day = Duration.FromDays(1);

    /// <summary>The appointment of a request for a visit, or every reason why not.</summary>
    public async Task<CrmResult<VisitAppointment>> SettleAsync(ServiceVisit visit, BookingRequest request, bool isRebooking, Instant now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await technicians.FindAsync(request.TechnicianId, cancellationToken).ConfigureAwait(false) is not { } technician)
        {
            return acts.Errors.TechnicianNotFound(request.TechnicianId.ToString());
        }

        var end = request.End ?? request.Start + VisitGrid.Up(visit.EstimatedDuration);
        var busy = end > request.Start && end - request.Start <= VisitGrid.Longest
            ? await visits.BusyAsync([technician.Id], request.Start - s_day, end + s_day, cancellationToken).ConfigureAwait(false)
            : [];
        if (await TravelAsync(visit, technician, request, busy, cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return acts.Errors.VisitUnreachable(visit.Number.Value);
        }

        var appointment = new VisitAppointment(technician.Id, request.Start, end) { Travel = before, Buffer = technician.Buffer };
        var problems = BookingRules.Problems(visit, technician, appointment, busy, isRebooking ? visit.CanRebook(appointment) : visit.CanBook(appointment), now, acts.Errors);
        return problems.Count == 0 ? appointment : CrmResult<VisitAppointment>.Failed(problems);
    }

    private async Task<Duration?> TravelAsync(ServiceVisit visit, Technician technician, BookingRequest request, IReadOnlyList<BusyTime> busy, CancellationToken cancellationToken)
    {
        if (request.Travel is { } told)
        {
            return told;
        }

        var zone = technician.Calendar.Zone;
        var day = request.Start.InZone(zone).Date;
        var before = busy.LastOrDefault(b => b.VisitId != visit.Id && b.End <= request.Start && b.End.InZone(zone).Date == day);
        var from = before is null ? technician.Home : before.Place;
        var times = await VisitTravelTimes.ForAsync(travel, options, [from, visit.Place], cancellationToken).ConfigureAwait(false);
        return times.Between(from, visit.Place);
    }
}
