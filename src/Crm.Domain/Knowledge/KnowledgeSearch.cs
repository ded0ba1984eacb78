using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Markdig;

namespace Crm.Domain.Knowledge;

/// <summary>The knowledge base from the side of those who read it: guests, customers, partners and staff, each its audience.</summary>
/// <remarks>Scoped service.</remarks>
[FrontDoor]
public sealed class KnowledgeSearch(IKnowledgeQueries queries, CrmActs acts)
{
    private const int SnippetLength = 200;
    private const double TitleWeight = 3;

    // No extensions: plain text needs none, and raw HTML never leaves as markup.
    private static readonly MarkdownPipeline s_plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>
    /// Searches the published items that the actor may read. Each word of the question counts by how rare it is among the
    /// items found, three times in a title; ties go to the older item.
    /// </summary>
    /// <param name="criteria">What is looked for.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The best hits first; empty when no word is found.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="KnowledgeCriteria.Take"/> is not 1 to 100.</exception>
    public async Task<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeCriteria criteria, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(criteria.Take, nameof(criteria));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(criteria.Take, 100, nameof(criteria));
        var words = SearchWords.Of(criteria.Text);
        if (words.Count == 0)
        {
            return [];
        }

        var audiences = acts.Gate.ReadableAudiences;
        var found = await queries.FindPublishedAsync(words, criteria, audiences, acts.Now, cancellationToken).ConfigureAwait(false);
        var all = await queries.CountPublishedAsync(audiences, acts.Now, cancellationToken).ConfigureAwait(false);
        var rarity = words.ToDictionary(w => w, w => Math.Log(1 + ((double)all / Math.Max(1, found.Count(i => SearchWords.Contains(i.SearchText, w))))));
        return
        [
            .. found
                .Select(i => (Item: i, Score: Score(i, rarity)))
                .Where(h => h.Score > 0)
                .OrderByDescending(h => h.Score).ThenBy(h => h.Item.Id)
                .Take(criteria.Take)
                .Select(h => new KnowledgeHit(h.Item.Id, h.Item.Title, h.Item.Language, h.Score, Snippet(h.Item))),
        ];
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

    private static double Score(KnowledgeItem item, Dictionary<string, double> rarity)
    {
        var title = FoldedText.Of(item.Title);
        return rarity.Sum(w => SearchWords.Contains(title, w.Key) ? TitleWeight * w.Value : SearchWords.Contains(item.SearchText, w.Key) ? w.Value : 0);
    }

    private static string Snippet(KnowledgeItem item)
    {
        var text = item.Summary ?? Markdown.ToPlainText(item.Body, s_plain).ReplaceLineEndings(" ").Trim();
        if (text.Length <= SnippetLength)
        {
            return text;
        }

        // Languages without blanks between words are cut anywhere but within a character.
        var blank = text.LastIndexOf(' ', SnippetLength);
        return (blank > 0 ? text[..blank] : text[..(char.IsHighSurrogate(text[SnippetLength - 1]) ? SnippetLength - 1 : SnippetLength)]) + " …";
    }
}
