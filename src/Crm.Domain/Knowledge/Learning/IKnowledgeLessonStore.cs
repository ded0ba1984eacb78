using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Knows of which items the search has something to learn from readers. Finds nothing of another tenant. Never saves, but for what is said to be set-based.</summary>
public interface IKnowledgeLessonStore
{
    /// <summary>Notes that something is to be learned of items, unless that is noted already; written by the next save.</summary>
    /// <param name="items">The items.</param>
    /// <param name="dueAt">When.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>When it is noted.</returns>
    Task AskAsync(IReadOnlyCollection<KnowledgeItemId> items, Instant dueAt, CancellationToken cancellationToken);

    /// <summary>The items of which something is to be learned now.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items, the longest due first.</returns>
    Task<IReadOnlyList<KnowledgeItemId>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Forgets that something was to be learned of items. Set-based.</summary>
    /// <param name="items">The items.</param>
    /// <param name="now">What is noted for later stays.</param>
    /// <param name="cancellationToken">Cancels the removal.</param>
    /// <returns>When it is forgotten.</returns>
    Task DoneAsync(IReadOnlyCollection<KnowledgeItemId> items, Instant now, CancellationToken cancellationToken);

    /// <summary>What readers asked before items helped them, in the words that are known and of the item's language.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The evidence, in no order.</returns>
    Task<IReadOnlyList<AskedEvidence>> EvidenceAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken);
}
