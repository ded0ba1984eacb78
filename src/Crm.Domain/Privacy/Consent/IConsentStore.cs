using Crm.Domain.Customers;

namespace Crm.Domain.Privacy;

/// <summary>Adds to consent ledgers and reads them. Never saves.</summary>
public interface IConsentStore
{
    /// <summary>Adds an entry, to be written by the next save.</summary>
    /// <param name="entry">The entry.</param>
    void Add(ConsentEntry entry);

    /// <summary>The ledger of one customer, entries that are not saved yet included, oldest first.</summary>
    /// <param name="id">The living customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The entries.</returns>
    Task<IReadOnlyList<ConsentRecord>> LedgerAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>The ledgers of many customers.</summary>
    /// <param name="ids">Living customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Customer to entries, oldest first; customers without any are left out.</returns>
    Task<IReadOnlyDictionary<CustomerId, IReadOnlyList<ConsentRecord>>> LedgersAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>Finds a request by the hash of its token.</summary>
    /// <param name="tokenHash">The hash.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The request, or null.</returns>
    Task<ConsentRecord?> FindRequestAsync(string tokenHash, CancellationToken cancellationToken);

    /// <summary>Whether a request was confirmed.</summary>
    /// <param name="id">The request.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when it was.</returns>
    Task<bool> IsAnsweredAsync(ConsentEntryId id, CancellationToken cancellationToken);

    /// <summary>Takes back the entries by which a merge restricted, in the open transaction.</summary>
    /// <param name="id">The merge.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task RemoveOfMergeAsync(MergeId id, CancellationToken cancellationToken);
}
