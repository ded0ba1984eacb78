namespace Crm.Domain.Knowledge;

/// <summary>Loads knowledge items to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeStore
{
    /// <summary>Loads an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked item, or null.</returns>
    Task<KnowledgeItem?> FindAsync(KnowledgeItemId id, CancellationToken cancellationToken);

    /// <summary>Adds a new item, to be written by the next save.</summary>
    /// <param name="item">The item.</param>
    void Add(KnowledgeItem item);
}
