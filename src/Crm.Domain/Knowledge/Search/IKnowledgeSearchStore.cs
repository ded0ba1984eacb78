using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What the search reads from the database of the tenant. Tracks nothing.</summary>
public interface IKnowledgeSearchStore
{
    /// <summary>Reads how far the tenant's changes have come. Every row up to this number can be read from then on.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The position; 0 before the first change.</returns>
    Task<KnowledgeSearchPosition> PositionAsync(CancellationToken cancellationToken);

    /// <summary>Reads the rows that were written after a change.</summary>
    /// <param name="change">The number of the change.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows in no order, those without terms too.</returns>
    Task<IReadOnlyList<KnowledgeSearchDocument>> ReadSinceAsync(long change, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a language.</summary>
    /// <param name="language">The primary subtag in lower case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows in no order.</returns>
    Task<IReadOnlyList<KnowledgeSearchDocument>> ReadLanguageAsync(string language, CancellationToken cancellationToken);

    /// <summary>Counts the rows by language and audience.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts in no order.</returns>
    Task<IReadOnlyList<KnowledgeLanguageCount>> CountLanguagesAsync(CancellationToken cancellationToken);

    /// <summary>Reads the synonyms of a language.</summary>
    /// <param name="language">The primary subtag in lower case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The list, or null.</returns>
    Task<KnowledgeSynonymList?> ReadSynonymsAsync(string language, CancellationToken cancellationToken);

    /// <summary>Reads items in any status, to make their terms anew.</summary>
    /// <param name="ids">The items.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items that there are, in no order.</returns>
    Task<IReadOnlyList<KnowledgeItem>> ReadItemsAsync(IReadOnlyCollection<KnowledgeItemId> ids, CancellationToken cancellationToken);

    /// <summary>Reads those of some items that are published for one of some audiences.</summary>
    /// <param name="ids">The items.</param>
    /// <param name="audiences">The audiences whose items the caller may read.</param>
    /// <param name="now">The current instant, for what is valid.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The items, in no order.</returns>
    Task<IReadOnlyList<KnowledgeItem>> ReadReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);

    /// <summary>Tells which of some items are published for one of some audiences.</summary>
    /// <inheritdoc cref="ReadReadableAsync" path="/param" />
    /// <returns>Their ids, in no order.</returns>
    Task<IReadOnlyList<KnowledgeItemId>> FindReadableAsync(
        IReadOnlyCollection<KnowledgeItemId> ids, IReadOnlyList<Audience> audiences, Instant now, CancellationToken cancellationToken);
}
