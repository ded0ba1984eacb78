namespace Crm.Domain.Knowledge;

/// <summary>Reads the versions of knowledge items, without tracking. Finds nothing of another tenant.</summary>
public interface IKnowledgeVersionQueries
{
    /// <summary>Lists versions of an item, the latest first.</summary>
    /// <param name="id">The item.</param>
    /// <param name="before">Versions before this number; null for the latest.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The versions.</returns>
    Task<IReadOnlyList<KnowledgeVersionSummary>> ListAsync(KnowledgeItemId id, int? before, int take, CancellationToken cancellationToken);

    /// <summary>Reads one version of an item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="number">The version.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The version; null when there is none.</returns>
    Task<KnowledgeVersion?> FindAsync(KnowledgeItemId id, int number, CancellationToken cancellationToken);
}
