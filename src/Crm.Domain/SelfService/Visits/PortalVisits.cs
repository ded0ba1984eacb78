using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>
/// Visits in the portal: a signed-in customer chooses, moves and calls off those of the customers that its account acts for, as long
/// before as <see cref="FieldServiceOptions.CustomerNotice"/> says. Foreign visits look exactly like missing ones, as all do to guests,
/// partners and staff.
/// </summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. Of two who choose the same last free time, one is saved, and the other save answers
/// <c>VisitTimeNotFree</c>.
/// </remarks>
[FrontDoor]
public sealed class PortalVisits(ICustomerVisits visits, CrmActs acts)
{
    /// <summary>Lists a customer's visits, those whose window ends first first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the account does not act for the customer.</returns>
    public async Task<Page<CustomerVisitSummary>> ListAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.ActsFor(customerId) ? await visits.ListAsync(customerId, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Reads a visit.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken = default) => Own(await visits.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a visit by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerVisit?> FindAsync(VisitNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Own(await visits.FindAsync(number, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Finds the times that can be chosen for a visit, the first first.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="from">Not before; null for as soon as possible.</param>
    /// <param name="until">Not after; null for the end of the visit's window.</param>
    /// <param name="take">How many at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The times, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>BookingTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>.</returns>
    public Task<CrmResult<IReadOnlyList<VisitWindow>>> WindowsAsync(
        ServiceVisitId id, Instant? from = null, Instant? until = null, int take = 20, CancellationToken cancellationToken = default) =>
        OwnAsync(id, () => visits.WindowsAsync(id, from, until, take, cancellationToken), cancellationToken);

    /// <summary>Chooses the time of a visit, or another one.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="start">When the work is to begin.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>BookingTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>, <c>VisitTimeNotFree</c>.</returns>
    public Task<CrmResult<CustomerVisit>> ChooseAsync(ServiceVisitId id, Instant start, CancellationToken cancellationToken = default) =>
        OwnAsync(id, () => visits.ChooseAsync(id, start, cancellationToken), cancellationToken);

    /// <summary>Calls a visit off.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="reason">Why; one line.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomerVisit>> CancelAsync(ServiceVisitId id, string reason, CancellationToken cancellationToken = default) =>
        OwnAsync(id, () => visits.CancelAsync(id, reason, cancellationToken), cancellationToken);

    private CustomerVisit? Own(CustomerVisit? found) => found is not null && acts.Gate.ActsFor(found.CustomerId) ? found : null;

    private Task<CrmResult<T>> OwnAsync<T>(ServiceVisitId id, Func<Task<CrmResult<T>>> act, CancellationToken cancellationToken)
        where T : notnull => acts.MakeOwnAsync(
        async _ => await FindAsync(id, cancellationToken).ConfigureAwait(false) is null ? acts.Errors.VisitNotFound(id.ToString()) : await act().ConfigureAwait(false), cancellationToken);
}
