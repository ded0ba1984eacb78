namespace Crm.Domain.Service;

/// <summary>Loads technicians to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ITechnicianStore
{
    /// <summary>Loads a technician.</summary>
    /// <param name="id">The technician.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked technician, or null.</returns>
    Task<Technician?> FindAsync(TechnicianId id, CancellationToken cancellationToken);

    /// <summary>Loads a technician by the id in the host's user directory.</summary>
    /// <param name="userId">The id.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked technician, or null.</returns>
    Task<Technician?> FindByUserAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Reads technicians, without tracking, by name.</summary>
    /// <param name="activeOnly">Only those who can be booked.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The technicians.</returns>
    Task<IReadOnlyList<Technician>> ListAsync(bool activeOnly, CancellationToken cancellationToken);

    /// <summary>Adds a technician, to be written by the next save.</summary>
    /// <param name="technician">The technician.</param>
    void Add(Technician technician);
}
