namespace Crm.Domain.Service;

/// <summary>Loads service cases to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IServiceCaseStore
{
    /// <summary>Loads a case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked case, or null.</returns>
    Task<ServiceCase?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken);

    /// <summary>Loads a case by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked case, or null.</returns>
    Task<ServiceCase?> FindByNumberAsync(CaseNumber number, CancellationToken cancellationToken);

    /// <summary>Adds a new case, to be written by the next save.</summary>
    /// <param name="serviceCase">The case.</param>
    void Add(ServiceCase serviceCase);
}
