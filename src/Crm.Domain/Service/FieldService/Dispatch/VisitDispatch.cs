using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Dispatch: who can go when, what a day looks like, and plans for whole days.</summary>
/// <remarks>Scoped service, for staff. Only <see cref="ApplyPlanAsync"/> changes anything, and it saves.</remarks>
[FrontDoor]
public sealed class VisitDispatch(
    IServiceVisitStore visits, IVisitQueries queries, ITechnicianStore technicians, IVisitTravel travel, FieldServiceOptions options, IBusinessZone business, ICrmUnitOfWork work, CrmActs acts)
{
    private readonly BookingDesk _desk = new(technicians, visits, travel, options, acts);
    private readonly FreeTimes _free = new(visits, technicians, travel, options, acts);
    private readonly VisitDayPlanner _planner = new(technicians, visits, travel, options, business, acts);

    /// <summary>Asks whether a technician can be booked, and says everything that speaks against it.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="request">Whom, and when.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>The appointment with end and travel, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>TechnicianNotFound</c>, <c>VisitUnreachable</c>, or all of: what
    /// <see cref="ServiceVisit.CanBook"/> refuses, <c>BookingInThePast</c>, <c>TechnicianNotActive</c>, <c>TechnicianNotWorking</c>, <c>TechnicianAbsent</c>, <c>TechnicianBusy</c>,
    /// <c>SkillMissing</c>, <c>CertificateMissing</c>, <c>CertificateExpired</c>.</returns>
    public Task<CrmResult<VisitAppointment>> CanBookAsync(ServiceVisitId id, BookingRequest request, CancellationToken cancellationToken = default) => acts.MakeAsync<VisitAppointment>(
        "service.book-visit",
        async now => await visits.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } visit
            ? await _desk.SettleAsync(visit, request, isRebooking: visit.Booking is not null, now, cancellationToken).ConfigureAwait(false)
            : acts.Errors.VisitNotFound(id.ToString()),
        cancellationToken);

    /// <summary>Finds times at which technicians could make a visit, within its window: working hours without absences and bookings, with the travel there and on.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="from">From when; now when null.</param>
    /// <param name="until">Until when work may begin; the end of the window, at most 31 days on, when null.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The times, those that add the least travel first and then the earliest, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>.</returns>
    public Task<CrmResult<IReadOnlyList<FreeSlot>>> FreeSlotsAsync(
        ServiceVisitId id, Instant? from = null, Instant? until = null, int take = 20, CancellationToken cancellationToken = default) => acts.MakeAsync<IReadOnlyList<FreeSlot>>(
        "service.find-free-slots",
        async now =>
        {
            if (await visits.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } visit)
            {
                return acts.Errors.VisitNotFound(id.ToString());
            }

            var found = (await _free.FindAsync(visit, from, until, now, cancellationToken).ConfigureAwait(false)).Select(s => s.ToSlot())
                .OrderBy(s => s.AddedTravel).ThenBy(s => s.Appointment.Start).ThenBy(s => s.Appointment.TechnicianId).Take(Math.Clamp(take, 1, PageRequest.MaxTake));
            return found.ToList();
        },
        cancellationToken);

    /// <summary>Shows a technician's day.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="day">The day, by the technician's own clock.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The day, or <c>ActNotAllowed</c>, <c>TechnicianNotFound</c>.</returns>
    public Task<CrmResult<TechnicianDay>> DayAsync(TechnicianId id, LocalDate day, CancellationToken cancellationToken = default) => acts.MakeAsync<TechnicianDay>(
        "service.show-day",
        async _ =>
        {
            if (await technicians.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } technician)
            {
                return acts.Errors.TechnicianNotFound(id.ToString());
            }

            var zone = technician.Calendar.Zone;
            var (from, until) = (zone.AtStartOfDay(Guard.Storable(day)).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
            var working = WorkingTime.Present(technician, from, until).ToList();
            var booked = await queries.DayAsync(id, from, until, cancellationToken).ConfigureAwait(false);
            var clashes = booked.Where(b => b.Status == BookingStatus.Scheduled && !working.Exists(w => w.Start <= b.Start && w.End >= b.End)).Select(b => b.BookingId).ToList();
            return new TechnicianDay(id, day, working, booked, clashes);
        },
        cancellationToken);

    /// <summary>Lists the visits that wait for a technician, those whose window ends first first.</summary>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<VisitSummary>> UnscheduledAsync(PageRequest? page = null, CancellationToken cancellationToken = default) => acts.Gate.Actor.IsStaff
        ? await queries.ListAsync(VisitCriteria.Unscheduled, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
        : new([], null);

    /// <summary>Counts visits by status, and the bookings of a day.</summary>
    /// <param name="day">The day, in the business's own time zone; today when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<VisitOverview>> OverviewAsync(LocalDate? day = null, CancellationToken cancellationToken = default) => acts.MakeAsync<VisitOverview>(
        "service.overview-visits",
        async now =>
        {
            var wanted = Guard.Storable(day ?? now.InZone(business.Zone).Date);
            return await queries.OverviewAsync(
                now, business.Zone.AtStartOfDay(wanted).ToInstant(), business.Zone.AtStartOfDay(wanted.PlusDays(1)).ToInstant(), cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>
    /// Plans a day: the visits that wait, around what is booked already. Technicians begin and end each stretch of work at home, or where they
    /// are booked. Nothing is booked before the plan is applied.
    /// </summary>
    /// <param name="day">The day, in the business's own time zone; what of it is over is not planned.</param>
    /// <param name="only">Only these technicians; all when null.</param>
    /// <param name="search">How hard to look; its travel is not used.</param>
    /// <param name="cancellationToken">Ends the search early: the best plan so far is returned.</param>
    /// <returns>The plan, or <c>ActNotAllowed</c>, <c>InvalidValue</c>: the day is over.</returns>
    public Task<CrmResult<VisitDayPlan>> PlanDayAsync(
        LocalDate day, IReadOnlyCollection<TechnicianId>? only = null, VisitPlanOptions? search = null, CancellationToken cancellationToken = default) =>
        acts.MakeAsync("service.plan-day", now => _planner.PlanAsync(day, only, search, now, cancellationToken), CancellationToken.None);

    /// <summary>Books what a plan proposes, all of it or nothing, in one transaction.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visits, or <c>ActNotAllowed</c>, <c>PlanOutdated</c> for each visit that changed since, and for each booking that no longer fits every reason of
    /// <see cref="CanBookAsync"/>.</returns>
    public Task<CrmResult<IReadOnlyList<ServiceVisit>>> ApplyPlanAsync(VisitDayPlan plan, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return work.InTransactionAsync(
            token => acts.MakeAsync<IReadOnlyList<ServiceVisit>>("service.apply-plan", now => ApplyAsync(plan, now, token), token), cancellationToken);
    }

    private async Task<CrmResult<IReadOnlyList<ServiceVisit>>> ApplyAsync(VisitDayPlan plan, Instant now, CancellationToken cancellationToken)
    {
        var found = (await visits.FindAllAsync([.. plan.Bookings.Select(b => b.VisitId)], cancellationToken).ConfigureAwait(false)).ToDictionary(v => v.Id);
        var crew = (await technicians.ListAsync(activeOnly: false, cancellationToken).ConfigureAwait(false)).ToDictionary(t => t.Id);
        var busy = plan.Bookings.Count == 0 ? [] : (await visits.BusyAsync(
            [.. plan.Bookings.Select(b => b.Appointment.TechnicianId).Distinct()],
            plan.Bookings.Min(b => b.Appointment.OccupiedFrom),
            plan.Bookings.Max(b => b.Appointment.OccupiedUntil),
            cancellationToken).ConfigureAwait(false)).ToList();
        var problems = new List<CrmError>();
        foreach (var proposed in plan.Bookings)
        {
            var appointment = proposed.Appointment;
            if (!found.TryGetValue(proposed.VisitId, out var visit) || visit.Version != proposed.Version)
            {
                problems.Add(acts.Errors.PlanOutdated(proposed.Number.Value));
            }
            else if (!crew.TryGetValue(appointment.TechnicianId, out var technician))
            {
                problems.Add(acts.Errors.TechnicianNotFound(appointment.TechnicianId.ToString()));
            }
            else if (BookingRules.Problems(visit, technician, appointment, busy, visit.CanBook(appointment), now, acts.Errors) is { Count: > 0 } against)
            {
                problems.AddRange(against);
            }
            else
            {
                visit.Book(VisitBookingId.New(now), appointment, now);
                busy.Add(new(technician.Id, visit.Id, appointment.Start, appointment.End, appointment.OccupiedFrom, appointment.OccupiedUntil, visit.Place));
            }
        }

        return problems.Count > 0
            ? CrmResult<IReadOnlyList<ServiceVisit>>.Failed(problems)
            : plan.Bookings.Select(b => found[b.VisitId]).ToList();
    }
}
