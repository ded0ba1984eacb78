using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>Loads categories of knowledge items. Finds nothing of another tenant. Never saves.</summary>
public interface IKnowledgeCategoryStore
{
    /// <summary>Loads every category of the tenant that was not taken away.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked categories, those included that the next save writes.</returns>
    Task<IReadOnlyList<KnowledgeCategory>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Reads a category and all below it.</summary>
    /// <param name="id">The category.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The categories; that one alone when there is no such category.</returns>
    Task<IReadOnlyCollection<KnowledgeCategoryId>> BelowAsync(KnowledgeCategoryId id, CancellationToken cancellationToken);

    /// <summary>Counts the published items of each category.</summary>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="now">The current instant, which decides what is published.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>How many items each category has, if any.</returns>
    Task<IReadOnlyDictionary<KnowledgeCategoryId, int>> CountAsync(IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);

    /// <summary>Whether a category has items in any status.</summary>
    /// <param name="id">The category.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>True when it has.</returns>
    Task<bool> HasItemsAsync(KnowledgeCategoryId id, CancellationToken cancellationToken);

    /// <summary>Adds a new category, to be written by the next save.</summary>
    /// <param name="category">The category.</param>
    void Add(KnowledgeCategory category);
}
