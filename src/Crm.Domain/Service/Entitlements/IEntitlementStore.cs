using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Loads entitlements to change them, and reads their accounts. Finds nothing of another tenant. Never saves.</summary>
public interface IEntitlementStore
{
    /// <summary>Loads an entitlement.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked entitlement, or null.</returns>
    Task<Entitlement?> FindAsync(EntitlementId id, CancellationToken cancellationToken);

    /// <summary>Loads the entitlements of some customers, those that are not saved yet included.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked entitlements, the first to begin first.</returns>
    Task<IReadOnlyList<Entitlement>> OfCustomersAsync(IReadOnlyCollection<CustomerId> customers, CancellationToken cancellationToken);

    /// <summary>Adds an entitlement, to be written by the next save.</summary>
    /// <param name="entitlement">The entitlement.</param>
    void Add(Entitlement entitlement);

    /// <summary>What a case has used and not given back, entries that are not saved yet included.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The amount; zero when it has not counted.</returns>
    Task<decimal> UsedByAsync(EntitlementId id, ServiceCaseId caseId, CancellationToken cancellationToken);

    /// <summary>Reads the saved entries of an account, the first first, without tracking.</summary>
    /// <param name="id">The entitlement.</param>
    /// <param name="after">Only entries after this number.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<EntitlementEntry>> EntriesAsync(EntitlementId id, int after, int take, CancellationToken cancellationToken);
}
