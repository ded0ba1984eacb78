using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>
/// Does in the database what <see cref="CustomerMerger"/> decides. All but the questions run within one transaction, in the order
/// hold, re-point, save, conclude.
/// </summary>
public interface ICustomerMergeStore
{
    /// <summary>Keeps every other writer away from both customers until the transaction ends, and loads them anew.</summary>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>Both as tracked aggregates; null for one that is missing or has unsaved changes.</returns>
    Task<(Customer? Survivor, Customer? Absorbed)> HoldAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);

    /// <summary>Loads two customers to compare them, untracked and without keeping anybody away.</summary>
    /// <param name="survivorId">Who would stay.</param>
    /// <param name="absorbedId">Who would go.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Both; null for one that is missing.</returns>
    Task<(Customer? Survivor, Customer? Absorbed)> LoadAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);

    /// <summary>Where an absorbed customer went.</summary>
    /// <param name="id">Any id.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The living survivor at the end of the chain; null when the id names no absorbed customer.</returns>
    Task<CustomerId?> ResolveAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>When a customer was changed last, as its audit says.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The instant; null without audit.</returns>
    Task<Instant?> LastChangedAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Counts the rows that point at the absorbed customer.</summary>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Tables with at least one row.</returns>
    /// <exception cref="InvalidOperationException">The model holds a reference to customers that is neither registered nor exempted.</exception>
    Task<IReadOnlyList<MergedRows>> CountAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);

    /// <summary>Keeps what both customers are now, and re-points every row of every area to the survivor.</summary>
    /// <param name="mergeId">The merge.</param>
    /// <param name="survivor">Who stays.</param>
    /// <param name="absorbed">Who goes.</param>
    /// <param name="unite">Lets one of two memberships go, for each person who belongs to both of two organisations.</param>
    /// <param name="cancellationToken">Cancels the merge.</param>
    /// <returns>What was re-pointed.</returns>
    Task<IReadOnlyList<MergedRows>> RepointAsync(MergeId mergeId, Customer survivor, Customer absorbed, Action<Person> unite, CancellationToken cancellationToken);

    /// <summary>Marks the absorbed customer for removal by the next save.</summary>
    /// <param name="absorbed">Who goes.</param>
    void Remove(Customer absorbed);

    /// <summary>After the save: writes the tombstone, the merge's record and its audit.</summary>
    /// <param name="plan">What was done; its id is set.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the merge.</param>
    /// <returns>When it is written.</returns>
    Task ConcludeAsync(MergePlan plan, Instant now, CancellationToken cancellationToken);

    /// <summary>Finds a merge by its id.</summary>
    /// <param name="id">The merge.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The merge, or null.</returns>
    Task<MergeSummary?> FindAsync(MergeId id, CancellationToken cancellationToken);

    /// <summary>The merges that made or absorbed a customer, last first.</summary>
    /// <param name="id">The survivor or the absorbed customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The merges.</returns>
    Task<IReadOnlyList<MergeSummary>> HistoryAsync(CustomerId id, CancellationToken cancellationToken);

    /// <summary>Puts every row back as it was before the merge, both customers included.</summary>
    /// <param name="merge">The merge.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>Null when it is undone; else what was changed since, or that the record of the merge is gone.</returns>
    Task<CrmError?> UndoAsync(MergeSummary merge, Instant now, CancellationToken cancellationToken);
}
