using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Keeps the uses of items. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeUseStore
{
    /// <summary>Loads a use.</summary>
    /// <param name="item">The item.</param>
    /// <param name="subject">The record.</param>
    /// <param name="kind">How the item served it.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked use, one that is not saved yet included; null when there is none.</returns>
    Task<KnowledgeUse?> FindAsync(KnowledgeItemId item, SubjectReference subject, KnowledgeUseKind kind, CancellationToken cancellationToken);

    /// <summary>Whether a record was solved with an item or cites it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="subject">The record.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when it was, one that is not saved yet included.</returns>
    Task<bool> IsReusedAsync(KnowledgeItemId item, SubjectReference subject, CancellationToken cancellationToken);

    /// <summary>Adds a use, to be written by the next save.</summary>
    /// <param name="use">The use.</param>
    void Add(KnowledgeUse use);

    /// <summary>Removes a use by the next save.</summary>
    /// <param name="use">The use.</param>
    void Remove(KnowledgeUse use);

    /// <summary>Lists the uses for records.</summary>
    /// <param name="subjects">The records, all of one kind.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The uses, the oldest first; those of items that were removed are left out.</returns>
    Task<IReadOnlyList<KnowledgeUseSummary>> OfSubjectsAsync(IReadOnlyCollection<SubjectReference> subjects, CancellationToken cancellationToken);

    /// <summary>Lists the uses of an item, the last first.</summary>
    /// <param name="item">The item.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<KnowledgeUseSummary>> OfItemAsync(KnowledgeItemId item, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts the reuses of items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts of the items that were reused.</returns>
    Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeReuse>> ReuseAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken);

    /// <summary>The titles of items in any status.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The titles of those that exist.</returns>
    Task<IReadOnlyDictionary<KnowledgeItemId, string>> TitlesAsync(IReadOnlyCollection<KnowledgeItemId> items, CancellationToken cancellationToken);
}
