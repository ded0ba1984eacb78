using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Field service: visits from the request to the report, and the acts of technicians on the way.</summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. A technician is never booked twice at a time: the database keeps each slot of
/// <see cref="VisitGrid"/> once, and the second save is refused with <c>TechnicianBusy</c>.
/// </remarks>
[FrontDoor]
public sealed class FieldService(
    IServiceVisitStore visits, IVisitQueries queries, ITechnicianStore technicians, IServiceCaseStore cases, ICustomerQueries customers, ICrmNumberSeries numbers, IVisitTravel travel,
    FieldServiceOptions options, IBusinessZone business, CrmActs acts)
{
    /// <summary>Name of the series that visit numbers come from.</summary>
    public const string NumberSeries = "visit";

    private readonly BookingDesk _desk = new(technicians, visits, travel, options, acts);

    /// <summary>Requests a visit, or writes a draft.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="isDraft">Whether it is a draft, which nobody plans yet.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>CaseNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> RequestAsync(VisitDetails details, bool isDraft = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<ServiceVisit>(
            "service.request-visit",
            async now =>
            {
                if (await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
                }

                if (details.CaseId is { } about && await cases.FindAsync(about, cancellationToken).ConfigureAwait(false) is null)
                {
                    return acts.Errors.CaseNotFound(about.ToString());
                }

                var drawn = await numbers.NextAsync(NumberSeries, 1, cancellationToken).ConfigureAwait(false);
                var requested = new ServiceVisit(ServiceVisitId.New(now), VisitNumber.From(drawn[0]), Zoned(details) with { CustomerId = customer.Id }, isDraft, now);
                visits.Add(requested);
                return requested;
            },
            cancellationToken);
    }

    /// <summary>Requests a draft, so that it is planned.</summary>
    /// <inheritdoc cref="DepartAsync" path="/param" />
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceVisit>> SubmitAsync(ServiceVisitId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.submit-visit", id, expectedVersion, v => v.CanRequest(), (v, now) => v.Request(now), cancellationToken);

    /// <summary>Describes a visit anew that nobody is booked for: everything but customer and case.</summary>
    /// <inheritdoc cref="DepartAsync" path="/param" />
    /// <param name="details">What is known.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotOpen</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> DescribeAsync(ServiceVisitId id, VisitDetails details, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return ChangeAsync("service.describe-visit", id, expectedVersion, v => v.CanDescribe(), (v, now) => v.Describe(Zoned(details), now), cancellationToken);
    }

    /// <summary>Finds a visit.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The visit; null when there is none or the actor may not read it.</returns>
    public async Task<ServiceVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken = default) =>
        Readable(await visits.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds a visit by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The visit; null when there is none or the actor may not read it.</returns>
    public async Task<ServiceVisit?> FindAsync(VisitNumber number, CancellationToken cancellationToken = default) =>
        Readable(await visits.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false));

    /// <summary>Lists the visits that the actor may read, those whose window ends first first.</summary>
    /// <param name="criteria">Which visits.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public Task<Page<VisitSummary>> ListAsync(VisitCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return queries.ListAsync(criteria, acts.Gate.Readable, page ?? PageRequest.First, cancellationToken);
    }

    /// <summary>Books a technician for a visit.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="request">Whom, and when.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, and every reason of <see cref="VisitDispatch.CanBookAsync"/>.</returns>
    public Task<CrmResult<ServiceVisit>> BookAsync(ServiceVisitId id, BookingRequest request, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.book-visit", id, request, isRebooking: false, expectedVersion, cancellationToken);

    /// <summary>Moves a booking to another time, or gives it to another technician; possible until the technician sets out.</summary>
    /// <inheritdoc cref="BookAsync" path="/param" />
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>, and every reason of
    /// <see cref="VisitDispatch.CanBookAsync"/>.</returns>
    public Task<CrmResult<ServiceVisit>> RebookAsync(ServiceVisitId id, BookingRequest request, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        SettleAsync("service.rebook-visit", id, request, isRebooking: true, expectedVersion, cancellationToken);

    /// <summary>The technician sets out.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceVisit>> DepartAsync(ServiceVisitId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.depart", id, expectedVersion, v => v.CanDepart(), (v, now) => v.Depart(now), cancellationToken);

    /// <summary>The technician is there.</summary>
    /// <inheritdoc cref="DepartAsync" path="/param" />
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<ServiceVisit>> ArriveAsync(ServiceVisitId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.arrive", id, expectedVersion, v => v.CanArrive(), (v, now) => v.Arrive(now), cancellationToken);

    /// <summary>The work is over: the visit is done, or somebody must come again.</summary>
    /// <inheritdoc cref="DepartAsync" path="/param" />
    /// <param name="outcome">What the technician reports.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>BookingTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> CompleteAsync(ServiceVisitId id, VisitOutcome outcome, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.complete-visit", id, expectedVersion, v => v.CanComplete(), (v, now) => v.Complete(outcome, now), cancellationToken);

    /// <summary>Nobody was there; the visit is to be planned again.</summary>
    /// <inheritdoc cref="CancelAsync" path="/param" />
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> ReportNoShowAsync(ServiceVisitId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.report-no-show", id, expectedVersion, v => v.CanBeNoShow(), (v, now) => v.BeNoShow(reason, now), cancellationToken);

    /// <summary>Calls a booking off; the visit is to be planned again.</summary>
    /// <inheritdoc cref="CancelAsync" path="/param" />
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitNotBooked</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> CancelBookingAsync(ServiceVisitId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.cancel-booking", id, expectedVersion, v => v.CanCancelBooking(), (v, now) => v.CancelBooking(reason, now), cancellationToken);

    /// <summary>Calls a visit off, with its booking.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="reason">Why.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>ActNotAllowed</c>, <c>VisitNotFound</c>, <c>VersionConflict</c>, <c>VisitTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<ServiceVisit>> CancelAsync(ServiceVisitId id, string reason, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("service.cancel-visit", id, expectedVersion, v => v.CanCancel(), (v, now) => v.Cancel(reason, now), cancellationToken);

    private VisitDetails Zoned(VisitDetails details) => details.TimeZone is null ? details with { TimeZone = business.Zone.Id } : details;

    private async Task<CrmResult<ServiceVisit>> SettleAsync(
        string act, ServiceVisitId id, BookingRequest request, bool isRebooking, long? expectedVersion, CancellationToken cancellationToken)
    {
        var found = await visits.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return await acts.MakeAsync<ServiceVisit>(
            act,
            async now =>
            {
                if (found is null)
                {
                    return acts.Errors.VisitNotFound(id.ToString());
                }

                if (expectedVersion is { } expected && expected != found.Version)
                {
                    return acts.Errors.VersionConflict($"{nameof(ServiceVisit)} {id}");
                }

                var settled = await _desk.SettleAsync(found, request, isRebooking, now, cancellationToken).ConfigureAwait(false);
                if (!settled.TryGetValue(out var appointment))
                {
                    return CrmResult<ServiceVisit>.Failed(settled.Errors);
                }

                if (isRebooking)
                {
                    found.Rebook(VisitBookingId.New(now), appointment, now);
                }
                else
                {
                    found.Book(VisitBookingId.New(now), appointment, now);
                }

                return found;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private Task<CrmResult<ServiceVisit>> ChangeAsync(
        string act, ServiceVisitId id, long? expectedVersion, Func<ServiceVisit, CrmRuling> may, Action<ServiceVisit, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, visits.FindAsync(id, cancellationToken), e => e.VisitNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private ServiceVisit? Readable(ServiceVisit? found) => found is not null && acts.Gate.Readable is var reach && (reach.Everything || reach.Includes(found.CustomerId.ToSubject())) ? found : null;
}
