using Crm.Domain.Values;
using Markdig;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What the search takes of a published item. This is the one place that says so.</summary>
internal sealed record KnowledgeSearchSource(string Language, Audience Audience, string Title, string Body, bool IsQuestion, IReadOnlyList<string> Facets, Instant? ValidFrom, Instant? ValidUntil)
{
    // No extensions: plain text needs none, and raw HTML never leaves as markup.
    private static readonly MarkdownPipeline s_plain = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>What is taken of an item.</summary>
    /// <returns>Null when the item is not published.</returns>
    public static KnowledgeSearchSource? Of(KnowledgeItem item) => item.Status == KnowledgeStatus.Published
        ? new KnowledgeSearchSource(
            item.Language.Primary,
            item.Audience,
            item.Title,
            item.Summary is null ? item.Body : $"{item.Summary}\n\n{item.Body}",
            item.Title.TrimEnd().EndsWith('?'),
            item.Sku is null ? [] : [KnowledgeFacet.Product(item.Sku)],
            null,
            null)
        : null;

    /// <summary>Summary and body without markup.</summary>
    public string PlainBody() => PlainText(Body);

    /// <summary>A text in Markdown without its markup.</summary>
    public static string PlainText(string markdown) => Markdown.ToPlainText(markdown, s_plain);
}
