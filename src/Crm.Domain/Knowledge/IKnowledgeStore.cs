using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Loads knowledge items to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeStore
{
    /// <summary>Loads an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked item, or null.</returns>
    Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken);

    /// <summary>Loads items of which something came due by the clock that no act has said yet, what is due the longest first.</summary>
    /// <param name="now">The current instant.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked items.</returns>
    Task<IReadOnlyList<KnowledgeItem>> DueAsync(Instant now, int take, CancellationToken cancellationToken);

    /// <summary>Whether an item has a translation into a language.</summary>
    /// <param name="originalId">The original.</param>
    /// <param name="language">The language.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when it has.</returns>
    Task<bool> IsTranslatedAsync(KnowledgeItemId originalId, LanguageTag language, CancellationToken cancellationToken);

    /// <summary>Which of some items are there.</summary>
    /// <param name="ids">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that are.</returns>
    Task<IReadOnlySet<KnowledgeItemId>> KnownAsync(IReadOnlyCollection<KnowledgeItemId> ids, CancellationToken cancellationToken);

    /// <summary>Adds a new item, to be written by the next save.</summary>
    /// <param name="item">The item.</param>
    void Add(KnowledgeItem item);
}
