using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Shows and dates visits for their customers.</summary>
internal sealed class CustomerVisits(
    IServiceVisitStore visits, IVisitQueries queries, ITechnicianStore technicians, IVisitTravel travel, FieldServiceOptions options, CrmActs acts) : ICustomerVisits
{
    private readonly FreeTimes _free = new(visits, technicians, travel, options, acts);
    private readonly BookingDesk _desk = new(technicians, visits, travel, options, acts);

    public async Task<CustomerVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken) =>
        await ShownAsync(visits.FindAsync(id, cancellationToken)).ConfigureAwait(false) is { } found ? CustomerVisit.Of(found) : null;

    public async Task<CustomerVisit?> FindAsync(VisitNumber number, CancellationToken cancellationToken) =>
        await ShownAsync(visits.FindByNumberAsync(number, cancellationToken)).ConfigureAwait(false) is { } found ? CustomerVisit.Of(found) : null;

    public async Task<Page<CustomerVisitSummary>> ListAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken)
    {
        var found = await queries.ListAsync(new VisitCriteria { CustomerId = customerId }, CrmReach.To([customerId.ToSubject()]), page, cancellationToken).ConfigureAwait(false);
        return new(
            [.. found.Items.Where(v => v.Status != VisitStatus.Draft).Select(v => new CustomerVisitSummary(v.Id, v.Number, v.Subject, v.Status, v.WindowFrom, v.WindowUntil))], found.Next);
    }

    public Task<CrmResult<IReadOnlyList<VisitWindow>>> WindowsAsync(ServiceVisitId id, Instant? from, Instant? until, int take, CancellationToken cancellationToken) =>
        WithAsync<IReadOnlyList<VisitWindow>>(
            id,
            CanDate,
            async (visit, now) =>
            {
                var soonest = now + options.CustomerNotice;
                var free = await _free.FindAsync(visit, Instant.Max(from ?? soonest, soonest), until, now, cancellationToken).ConfigureAwait(false);
                return free.SelectMany(StartsOf).Where(s => Suits(visit, s)).DistinctBy(s => s.Start).OrderBy(s => s.Start)
                    .Take(Math.Clamp(take, 1, PageRequest.MaxTake)).Select(s => new VisitWindow(s.Start, s.Start + s.Free.Length)).ToList();
            },
            cancellationToken);

    public Task<CrmResult<CustomerVisit>> ChooseAsync(ServiceVisitId id, Instant start, CancellationToken cancellationToken) => WithAsync<CustomerVisit>(
        id,
        CanDate,
        async (visit, now) =>
        {
            if (start < now + options.CustomerNotice)
            {
                return acts.Errors.VisitChangeTooLate(visit.Number.Value, options.CustomerNotice.TotalHours);
            }

            // From well before, so that the way to it does not begin only then.
            var free = await _free.FindAsync(visit, start - Duration.FromDays(1), start, now, cancellationToken).ConfigureAwait(false);
            var isRebooking = visit.Booking is not null;
            foreach (var stretch in free.Where(s => s.Earliest <= start && start <= s.Latest && Suits(visit, (s, start))).OrderBy(s => s.AddedTravel).ThenBy(s => s.Technician.Id))
            {
                var request = new BookingRequest(stretch.Technician.Id, start) { Travel = stretch.Travel };
                if ((await _desk.SettleAsync(visit, request, isRebooking, now, cancellationToken).ConfigureAwait(false)).TryGetValue(out var appointment))
                {
                    Date(visit, appointment, isRebooking, now);
                    return CustomerVisit.Of(visit);
                }
            }

            return acts.Errors.VisitTimeNotFree();
        },
        cancellationToken);

    public Task<CrmResult<CustomerVisit>> CancelAsync(ServiceVisitId id, string reason, CancellationToken cancellationToken) => WithAsync<CustomerVisit>(
        id,
        (visit, now) => visit.CanCancel().Then(InTime(visit, now)),
        (visit, now) =>
        {
            visit.Cancel(reason, now);
            return Task.FromResult<CrmResult<CustomerVisit>>(CustomerVisit.Of(visit));
        },
        cancellationToken);

    private static void Date(ServiceVisit visit, VisitAppointment appointment, bool isRebooking, Instant now)
    {
        if (isRebooking)
        {
            visit.Rebook(VisitBookingId.New(now), appointment, now);
        }
        else
        {
            visit.Book(VisitBookingId.New(now), appointment, now);
        }
    }

    private IEnumerable<(FreeStretch Free, Instant Start)> StartsOf(FreeStretch free)
    {
        var step = options.CustomerStep;
        var first = NodaConstants.UnixEpoch + (step * (long)Math.Ceiling((free.Earliest - NodaConstants.UnixEpoch) / step));
        for (var start = first; start <= free.Latest; start += step)
        {
            yield return (free, start);
        }
    }

    private bool Suits(ServiceVisit visit, (FreeStretch Free, Instant Start) at) =>
        VisitGrid.Holds(at.Start) && !BookingRules.OfSkills(visit, at.Free.Technician, at.Start, acts.Errors).Any();

    private CrmRuling CanDate(ServiceVisit visit, Instant now) => visit.Booking switch
    {
        null => VisitTransitions.Allows(visit.Status, VisitStatus.Scheduled)
            ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.VisitTransitionNotAllowed(visit.Number.Value, e.NameOf(visit.Status), e.NameOf(VisitStatus.Scheduled))),
        { Status: not BookingStatus.Scheduled } under => CrmRuling.Refused(e => e.BookingTransitionNotAllowed(visit.Number.Value, e.NameOf(under.Status), e.NameOf(BookingStatus.Scheduled))),
        _ => InTime(visit, now),
    };

    private CrmRuling InTime(ServiceVisit visit, Instant now) => visit.Booking is { } booked && booked.PlannedStart < now + options.CustomerNotice
        ? CrmRuling.Refused(e => e.VisitChangeTooLate(visit.Number.Value, options.CustomerNotice.TotalHours))
        : CrmRuling.Permitted;

    private Task<CrmResult<T>> WithAsync<T>(ServiceVisitId id, Func<ServiceVisit, Instant, CrmRuling> may, Func<ServiceVisit, Instant, Task<CrmResult<T>>> act, CancellationToken cancellationToken)
        where T : notnull => acts.MakeOwnAsync(
        async now => await ShownAsync(visits.FindAsync(id, cancellationToken)).ConfigureAwait(false) is not { } visit ? acts.Errors.VisitNotFound(id.ToString())
            : may(visit, now) is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
            : await act(visit, now).ConfigureAwait(false),
        cancellationToken);

    private static async Task<ServiceVisit?> ShownAsync(Task<ServiceVisit?> found) => await found.ConfigureAwait(false) is { Status: not VisitStatus.Draft } visit ? visit : null;
}
