using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>Finds records that are old enough, and removes or anonymises them.</summary>
public interface IRetentionStore
{
    /// <summary>Counts what is due and what is held.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="before">Records from before this instant are old enough.</param>
    /// <param name="now">The current instant, for holds.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<(int Due, int Held)> CountAsync(RetentionPolicy policy, Instant before, Instant now, CancellationToken cancellationToken);

    /// <summary>The next records that are due and not held, in the order of their ids.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="before">Records from before this instant are old enough.</param>
    /// <param name="now">The current instant, for holds.</param>
    /// <param name="after">Continue after this id; null for the beginning.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids, and where to continue; null when nothing follows.</returns>
    Task<(IReadOnlyList<Guid> Ids, Guid? Next)> NextAsync(RetentionPolicy policy, Instant before, Instant now, Guid? after, int take, CancellationToken cancellationToken);

    /// <summary>Anonymises or deletes contacts or cases in the open transaction.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ids">The records.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is done.</returns>
    Task ApplyAsync(RetentionPolicy policy, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>Writes what a batch did into audit and outbox.</summary>
    /// <param name="applied">What it did.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>When it is written.</returns>
    Task ConcludeAsync(RetentionApplied applied, CancellationToken cancellationToken);
}
