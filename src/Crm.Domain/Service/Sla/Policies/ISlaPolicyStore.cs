namespace Crm.Domain.Service;

/// <summary>Loads policies to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ISlaPolicyStore
{
    /// <summary>Loads a policy.</summary>
    /// <param name="id">The policy.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked policy, or null.</returns>
    Task<SlaPolicy?> FindAsync(SlaPolicyId id, CancellationToken cancellationToken);

    /// <summary>Loads a policy by its name.</summary>
    /// <param name="name">The name, as it is written.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked policy, or null.</returns>
    Task<SlaPolicy?> FindByNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Loads every policy, those that are new in this unit of work included, to put them in another order.</summary>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked policies, in no order.</returns>
    Task<IReadOnlyList<SlaPolicy>> FindAllAsync(CancellationToken cancellationToken);

    /// <summary>Adds a new policy, to be written by the next save.</summary>
    /// <param name="policy">The policy.</param>
    void Add(SlaPolicy policy);
}
