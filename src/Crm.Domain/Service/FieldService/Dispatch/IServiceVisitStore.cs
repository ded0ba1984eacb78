using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Loads visits to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IServiceVisitStore
{
    /// <summary>Loads a visit.</summary>
    /// <param name="id">The visit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked visit, or null.</returns>
    Task<ServiceVisit?> FindAsync(ServiceVisitId id, CancellationToken cancellationToken);

    /// <summary>Loads a visit by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked visit, or null.</returns>
    Task<ServiceVisit?> FindByNumberAsync(VisitNumber number, CancellationToken cancellationToken);

    /// <summary>Loads several visits.</summary>
    /// <param name="ids">The visits.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked visits that there are.</returns>
    Task<IReadOnlyList<ServiceVisit>> FindAllAsync(IReadOnlyCollection<ServiceVisitId> ids, CancellationToken cancellationToken);

    /// <summary>Reads, without tracking, visits that are to be planned and that can begin in a time, the first to run out first.</summary>
    /// <param name="from">From when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The visits.</returns>
    Task<IReadOnlyList<ServiceVisit>> RequestedAsync(Instant from, Instant until, int take, CancellationToken cancellationToken);

    /// <summary>Reads when technicians are booked in a time, with what this unit of work has not saved yet.</summary>
    /// <param name="technicians">The technicians.</param>
    /// <param name="from">From when.</param>
    /// <param name="until">Until when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The times, the first first.</returns>
    Task<IReadOnlyList<BusyTime>> BusyAsync(IReadOnlyCollection<TechnicianId> technicians, Instant from, Instant until, CancellationToken cancellationToken);

    /// <summary>Adds a visit, to be written by the next save.</summary>
    /// <param name="visit">The visit.</param>
    void Add(ServiceVisit visit);
}
