using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Reads published knowledge items without tracking.</summary>
public interface IKnowledgeQueries
{
    /// <summary>Lists published items, the last published first.</summary>
    /// <param name="criteria">What must hold.</param>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="now">The current instant, which decides what is published.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<KnowledgeSummary>> ListPublishedAsync(
        KnowledgeListCriteria criteria, IReadOnlyList<Audience> audiences, Instant now, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads one published item, or what replaces it.</summary>
    /// <param name="id">The item.</param>
    /// <param name="language">The language that the reader prefers; null for the item itself.</param>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="now">The current instant, which decides what is published.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What is published, or null.</returns>
    Task<KnowledgeArticle?> ReadPublishedAsync(KnowledgeItemId id, LanguageTag? language, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);

    /// <summary>Counts the published items of the tenant.</summary>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="now">The current instant, which decides what is published.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many there are.</returns>
    Task<int> CountPublishedAsync(IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);
}
