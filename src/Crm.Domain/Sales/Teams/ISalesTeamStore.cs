using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Loads people who sell, and reads hierarchy, quotas and judgements as of an instant. Finds nothing of another tenant. Never saves.</summary>
public interface ISalesTeamStore
{
    /// <summary>Loads a person with all places, quotas and judgements.</summary>
    /// <param name="userId">Who, by id in the host's user directory.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked person, or null.</returns>
    Task<Salesperson?> FindAsync(string userId, CancellationToken cancellationToken);

    /// <summary>Adds a new person, to be written by the next save.</summary>
    /// <param name="person">The person.</param>
    void Add(Salesperson person);

    /// <summary>Waits until nobody else changes who leads whom, and keeps others waiting until the transaction ends.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>When the lock is held.</returns>
    Task HoldHierarchyAsync(CancellationToken cancellationToken);

    /// <summary>Who led whom at an instant.</summary>
    /// <param name="asOf">The instant; null for who leads whom by the last change, whatever the clock says.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>From a person to their leader; people without one are left out.</returns>
    Task<IReadOnlyDictionary<string, string>> LeadersAsync(Instant? asOf, CancellationToken cancellationToken);

    /// <summary>The quotas that held at an instant.</summary>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The quotas.</returns>
    Task<IReadOnlyList<SalesQuota>> QuotasAsync(Instant asOf, CancellationToken cancellationToken);

    /// <summary>The judgements that held at an instant.</summary>
    /// <param name="asOf">The instant.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The judgements.</returns>
    Task<IReadOnlyList<ForecastJudgement>> JudgementsAsync(Instant asOf, CancellationToken cancellationToken);
}
