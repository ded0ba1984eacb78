using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Reads visits for lists. No tracking; finds nothing of another tenant.</summary>
public interface IVisitQueries
{
    /// <summary>Lists visits, those whose window ends first first. Pages go on by the end of the window.</summary>
    /// <param name="criteria">Which visits.</param>
    /// <param name="reach">The records that the actor may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<VisitSummary>> ListAsync(VisitCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads a technician's bookings in a time, the first first; those that were called off are left out.</summary>
    /// <param name="technicianId">The technician.</param>
    /// <param name="from">From when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The bookings.</returns>
    Task<IReadOnlyList<PlannedBooking>> DayAsync(TechnicianId technicianId, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>Counts visits by status, and bookings of a time.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="from">From when bookings count.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<VisitOverview> OverviewAsync(Instant now, Instant from, Instant until, CancellationToken cancellationToken);
}
