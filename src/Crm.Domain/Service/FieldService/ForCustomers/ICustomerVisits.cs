using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Visits as customers see and date them, for areas that have settled already that the customer may: nobody is asked here. By the rules
/// of <see cref="FieldService"/> and the notice of <see cref="FieldServiceOptions.CustomerNotice"/>. Drafts are not shown. Nothing is saved.
/// </summary>
public interface ICustomerVisits
{
    /// <summary>Reads a visit.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The visit; null when there is none.</returns>
    Task<CustomerVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken);

    /// <summary>Reads a visit by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The visit; null when there is none.</returns>
    Task<CustomerVisit?> FindAsync(VisitNumber number, CancellationToken cancellationToken);

    /// <summary>Lists a customer's visits, those whose window ends first first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CustomerVisitSummary>> ListAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Finds the times that can be chosen for a visit, the first first: such at which somebody who can do it is free.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="from">Not before; null for as soon as possible.</param>
    /// <param name="until">Not after; null for the end of the visit's window.</param>
    /// <param name="take">How many at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The times, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>BookingTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>.</returns>
    Task<CrmResult<IReadOnlyList<VisitWindow>>> WindowsAsync(ServiceVisitId id, Instant? from, Instant? until, int take, CancellationToken cancellationToken);

    /// <summary>Books or moves a visit to a time, with whoever has the least way to it. Of two who choose the same last free time one is saved.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="start">When the work is to begin; any time on <see cref="VisitGrid"/> at which somebody is free, offered or not.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>BookingTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>, <c>VisitTimeNotFree</c>.</returns>
    Task<CrmResult<CustomerVisit>> ChooseAsync(ServiceVisitId id, Instant start, CancellationToken cancellationToken);

    /// <summary>Calls a visit off.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="reason">Why; one line.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The visit, or <c>VisitNotFound</c>, <c>VisitTransitionNotAllowed</c>, <c>VisitChangeTooLate</c>, <c>InvalidValue</c>.</returns>
    Task<CrmResult<CustomerVisit>> CancelAsync(ServiceVisitId id, string reason, CancellationToken cancellationToken);
}
