using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>The knowledge base from the side of those who read it: guests, customers, partners and staff, each its audience.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class KnowledgeSearch(
    IKnowledgeQueries queries, IKnowledgeSearchStore store, IKnowledgeCategoryStore categories, KnowledgeIndexes indexes, CrmActs acts)
{
    /// <summary>The most hits of one search.</summary>
    public const int MaxTake = 100;

    /// <summary>
    /// Searches the published items that the actor may read; nothing else is counted, suggested or shown. Everything that was committed
    /// before is found, whichever process published it; what a transaction publishes is found by searches within it.
    /// </summary>
    /// <param name="criteria">What is looked for.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The best hits first; none when no word of the question, nor one like it, is found.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KnowledgeCriteria.Take"/> is not 1 to <see cref="MaxTake"/>.</exception>
    public async Task<KnowledgeAnswer> SearchAsync(KnowledgeCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criteria.Take, nameof(criteria));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(criteria.Take, MaxTake, nameof(criteria));
        var (language, found) = await AskAsync(criteria, criteria.Take, cancellationToken).ConfigureAwait(false);
        if (language is null || found.Matches.Count == 0)
        {
            return KnowledgeAnswer.None with { Language = language?.Analyser.Language };
        }

        var scores = found.Matches.ToDictionary(m => KnowledgeItemId.From(m.Key), m => m.Score);
        var hits = new KnowledgeHits(language.Analyser, found);
        foreach (var item in await store.ReadReadableAsync(scores.Keys, acts.Gate.ReadableAudiences, acts.Now, cancellationToken).ConfigureAwait(false))
        {
            hits.Add(item, scores[item.Id]);
        }

        return hits.Answer(language.Analyser.Language, Beginning(criteria.Text));
    }

    /// <summary>Ranks the published items that the actor may read, in the order of <see cref="SearchAsync"/> but deeper and without reading them.</summary>
    /// <param name="criteria">What is looked for; <see cref="KnowledgeCriteria.Take"/> is up to <see cref="KnowledgeIndex.MaxTake"/> here.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The best items first; equal ones by id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KnowledgeCriteria.Take"/> is not 1 to <see cref="KnowledgeIndex.MaxTake"/>.</exception>
    public async Task<IReadOnlyList<KnowledgeMatch>> RankAsync(KnowledgeCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criteria.Take, nameof(criteria));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(criteria.Take, KnowledgeIndex.MaxTake, nameof(criteria));
        var (_, found) = await AskAsync(criteria, criteria.Take, cancellationToken).ConfigureAwait(false);
        if (found.Matches.Count == 0)
        {
            return [];
        }

        List<KnowledgeMatch> matches = [.. found.Matches.Select(m => new KnowledgeMatch(KnowledgeItemId.From(m.Key), m.Score))];
        var readable = (await store.FindReadableAsync([.. matches.Select(m => m.Id)], acts.Gate.ReadableAudiences, acts.Now, cancellationToken).ConfigureAwait(false)).ToHashSet();
        return [.. matches.Where(m => readable.Contains(m.Id))];
    }

    /// <summary>Reads the indexes of all languages and says what they hold; for staff.</summary>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The indexes by language; none when the actor is not staff.</returns>
    public async Task<IReadOnlyList<KnowledgeIndexState>> DescribeIndexAsync(CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff)
        {
            return [];
        }

        var (tenant, position) = await indexes.CurrentAsync(store, acts.Now, cancellationToken).ConfigureAwait(false);
        var states = new List<KnowledgeIndexState>();
        foreach (var language in tenant.LanguagesFor(acts.Gate.ReadableAudiences).Order(StringComparer.Ordinal))
        {
            var index = (await tenant.LoadAsync(language, position, store, acts.Now, cancellationToken).ConfigureAwait(false)).Index;
            states.Add(new KnowledgeIndexState(language, index.Count, index.ByteSize));
        }

        return states;
    }

    /// <summary>Lists the published items that the actor may read, the last published first.</summary>
    /// <param name="criteria">Which items.</param>
    /// <param name="page">Which page; the first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    public Task<Page<KnowledgeSummary>> ListAsync(KnowledgeListCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return queries.ListPublishedAsync(criteria, acts.Gate.ReadableAudiences, acts.Now, page ?? PageRequest.First, cancellationToken);
    }

    /// <summary>Reads a published item. One that is replaced leads to what replaces it.</summary>
    /// <param name="id">The item.</param>
    /// <param name="language">The language that the reader prefers, of which a translation is read when there is one; null for the item itself.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What is published; null when there is nothing or the actor may not read it.</returns>
    public Task<KnowledgeArticle?> ReadAsync(KnowledgeItemId id, LanguageTag? language = null, CancellationToken cancellationToken = default) =>
        queries.ReadPublishedAsync(id, language, acts.Gate.ReadableAudiences, acts.Now, cancellationToken);

    private async Task<(LanguageIndex? Language, KnowledgeIndexAnswer Found)> AskAsync(KnowledgeCriteria criteria, int take, CancellationToken cancellationToken)
    {
        if (criteria.Text is null || !new WordScanner(criteria.Text, keepsApostrophes: false).Next())
        {
            return (null, KnowledgeIndexAnswer.None);
        }

        var query = new KnowledgeIndexQuery(criteria.Text, acts.Gate.ReadableAudiences, acts.Now)
        {
            Facets = await FacetsAsync(criteria, cancellationToken).ConfigureAwait(false),
            Take = take,
            CompletesLastWord = criteria.CompletesLastWord,
        };
        var (tenant, position) = await indexes.CurrentAsync(store, query.Now, cancellationToken).ConfigureAwait(false);
        var languages = Languages(tenant, criteria);
        var isShort = criteria.Language is null && languages.Count > 1 && IsShort(criteria.Text);
        LanguageIndex? first = null;
        var (best, rank) = (KnowledgeIndexAnswer.None, int.MaxValue);

        // Few words tell little of their language: the one with most to read is asked first whether it knows them all.
        var main = isShort ? tenant.LanguagesFor(acts.Gate.ReadableAudiences)[0] : null;
        foreach (var language in languages.OrderByDescending(l => l == main))
        {
            var index = await tenant.LoadAsync(language, position, store, query.Now, cancellationToken).ConfigureAwait(false);
            var found = index.Index.Search(query);
            if (found.Matches.Count > 0)
            {
                if (!isShort || !index.IsStrangeTo(criteria.Text, found))
                {
                    return (index, found);
                }

                if (languages.IndexOf(language) is var place && place < rank)
                {
                    (first, best, rank) = (index, found, place);
                }
            }

            first ??= index;
        }

        return (first, best);
    }

    private static bool IsShort(string text)
    {
        const int MostWords = 3;
        var words = new WordScanner(text, keepsApostrophes: false);
        for (var i = 0; i <= MostWords; i++)
        {
            if (!words.Next())
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The languages to be searched until one answers: the wanted one alone where there is something to read in it, else that of the question first.</summary>
    private List<string> Languages(TenantIndexes tenant, KnowledgeCriteria criteria)
    {
        var available = tenant.LanguagesFor(acts.Gate.ReadableAudiences);
        if (criteria.Language is { } wanted && available.Contains(wanted.Primary))
        {
            return [wanted.Primary];
        }

        return available.Count > 1 && QuestionLanguage.Guess(Beginning(criteria.Text), available) is { } guess ? [guess, .. available.Where(l => l != guess)] : [.. available];
    }

    private async Task<IReadOnlyList<IReadOnlyCollection<string>>> FacetsAsync(KnowledgeCriteria criteria, CancellationToken cancellationToken)
    {
        var facets = new List<IReadOnlyCollection<string>>();
        facets.AddRange(criteria.Sku is { } sku ? [[KnowledgeFacet.Product(sku)]] : []);
        facets.AddRange(criteria.Kind is { } kind ? [[KnowledgeFacet.Kind(kind)]] : []);
        facets.AddRange(criteria.Tag is { } tag ? [[KnowledgeFacet.Tag(tag)]] : []);
        if (criteria.CategoryId is { } category)
        {
            facets.Add([.. (await categories.BelowAsync(category, cancellationToken).ConfigureAwait(false)).Select(KnowledgeFacet.Category)]);
        }

        return facets;
    }

    private static string Beginning(string text) => text.Length <= KnowledgeIndexQuery.MaxText ? text : text[..KnowledgeIndexQuery.MaxText];
}
