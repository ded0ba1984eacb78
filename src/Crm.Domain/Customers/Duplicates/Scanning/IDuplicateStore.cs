using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Keeps scans and the pairs they found. Finds nothing of another tenant. Never saves.</summary>
public interface IDuplicateStore
{
    /// <summary>The scan that was begun last and is not finished.</summary>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked scan, or null.</returns>
    Task<DuplicateScan?> FindUnfinishedScanAsync(CancellationToken cancellationToken);

    /// <summary>Loads a scan as it is stored now.</summary>
    /// <param name="id">The scan.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked scan, or null.</returns>
    Task<DuplicateScan?> FindScanAsync(DuplicateScanId id, CancellationToken cancellationToken);

    /// <summary>Loads a pair.</summary>
    /// <param name="id">The pair.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked pair, or null.</returns>
    Task<DuplicatePair?> FindPairAsync(DuplicatePairId id, CancellationToken cancellationToken);

    /// <summary>Adds a scan, to be written by the next save.</summary>
    /// <param name="scan">The scan.</param>
    void Add(DuplicateScan scan);

    /// <summary>Adds pairs, to be written by the next save.</summary>
    /// <param name="pairs">The pairs.</param>
    void Add(IEnumerable<DuplicatePair> pairs);

    /// <summary>The next customers in the order of their ids, and those before them that share a key.</summary>
    /// <param name="after">The id before; null from the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="maxSharing">How many customers may share a key for it to count.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The batch.</returns>
    Task<DuplicateBatch> NextAsync(CustomerId? after, int take, int maxSharing, CancellationToken cancellationToken);

    /// <summary>Those of some pairs of living customers that were found before, under their own ids or those of customers merged into them.</summary>
    /// <param name="pairs">Pairs of living customers, the lower id first.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The known ones.</returns>
    Task<IReadOnlySet<(CustomerId First, CustomerId Second)>> KnownAsync(IReadOnlyCollection<(CustomerId First, CustomerId Second)> pairs, CancellationToken cancellationToken);

    /// <summary>Lists pairs, newest first.</summary>
    /// <param name="status">Of one status; null for all.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<DuplicatePairSummary>> ListAsync(DuplicatePairStatus? status, PageRequest page, CancellationToken cancellationToken);
}
