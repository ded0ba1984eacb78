using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>
/// Takes part in merges where re-pointing rows is not enough: the consent ledger ends with the most restrictive of both, for one.
/// Register it as a scoped service; several are asked in the order of registration.
/// </summary>
public interface ICustomerMergeParticipant
{
    /// <summary>Says what it would decide, for the plan. Changes nothing.</summary>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The decisions.</returns>
    Task<IReadOnlyList<MergedItem>> PreviewAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);

    /// <summary>Does its part within the merge's transaction, before any row is re-pointed. What it adds to the context is saved with the merge.</summary>
    /// <param name="mergeId">The merge, to find one's own rows again when it is undone.</param>
    /// <param name="survivorId">Who stays.</param>
    /// <param name="absorbedId">Who goes.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the merge.</param>
    /// <returns>When it is done.</returns>
    Task ApplyAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken);

    /// <summary>Takes back what <see cref="ApplyAsync"/> did, within the transaction that undoes the merge and before any row goes back.</summary>
    /// <param name="mergeId">The merge.</param>
    /// <param name="survivorId">Who stayed.</param>
    /// <param name="absorbedId">Who comes back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task UndoAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken);
}
