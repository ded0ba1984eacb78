namespace Crm.Domain.Primitives;

/// <summary>
/// The one way to commit. Acts at front doors change tracked aggregates; the host saves once, and audit, timeline and outbox are
/// written in the same transaction.
/// </summary>
public interface ICrmUnitOfWork
{
    /// <summary>
    /// Saves everything that changed. A version conflict or a value that must be unique and already exists is an expected
    /// outcome and comes back coded; the refused aggregates are let go, so that the unit of work stays usable: find them again
    /// to retry. Any other failure of the database is thrown.
    /// </summary>
    /// <param name="cancellationToken">Cancels the save; nothing is written then.</param>
    /// <returns>Success, <c>VersionConflict</c> or <c>AlreadyExists</c>.</returns>
    Task<CrmResult> SaveAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Runs work of several saves in one transaction: joins the open one, else opens one through the provider's execution
    /// strategy, which may run <paramref name="work"/> again after a transient failure. A failed result or an exception rolls
    /// back, to a savepoint where the transaction is the host's, and lets go of what the work loaded, added or changed.
    /// </summary>
    /// <typeparam name="T">What the work makes.</typeparam>
    /// <param name="work">The work; loads what it needs inside, since a repetition starts from nothing.</param>
    /// <param name="cancellationToken">Cancels the work; nothing is written then.</param>
    /// <returns>What the work returned.</returns>
    Task<CrmResult<T>> InTransactionAsync<T>(Func<CancellationToken, Task<CrmResult<T>>> work, CancellationToken cancellationToken = default)
        where T : notnull;
}
