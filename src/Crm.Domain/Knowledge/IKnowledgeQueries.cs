using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>Reads published knowledge items without tracking.</summary>
public interface IKnowledgeQueries
{
    /// <summary>Lists published items, the last published first.</summary>
    /// <param name="criteria">What must hold.</param>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<KnowledgeSummary>> ListPublishedAsync(
        KnowledgeListCriteria criteria, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads one published item.</summary>
    /// <param name="id">The item.</param>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The untracked item, or null.</returns>
    Task<KnowledgeItem?> ReadPublishedAsync(KnowledgeItemId id, IReadOnlyList<Audience> audiences, CancellationToken cancellationToken);

    /// <summary>Counts the published items of the tenant.</summary>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many there are.</returns>
    Task<int> CountPublishedAsync(IReadOnlyList<Audience> audiences, CancellationToken cancellationToken);
}
