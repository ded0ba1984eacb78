using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What the search takes of an item that is published or will be. This is the one place that says so.</summary>
internal sealed record KnowledgeSearchSource(string Language, Audience Audience, string Title, string Body, bool IsQuestion, IReadOnlyList<string> Facets, Instant? ValidFrom, Instant? ValidUntil)
{
    /// <summary>What is taken of an item; what is being written besides is not.</summary>
    /// <returns>Null when the item is neither published nor scheduled.</returns>
    public static KnowledgeSearchSource? Of(KnowledgeItem item) => item.Status is KnowledgeStatus.Published or KnowledgeStatus.Scheduled
        ? new KnowledgeSearchSource(
            item.Language.Primary,
            item.Audience,
            item.Title,
            string.Join("\n\n", new[] { item.Summary, item.Body, item.Environment }.OfType<string>()),
            item.Kind == KnowledgeKind.Faq,
            FacetsOf(item),
            item.Status == KnowledgeStatus.Scheduled ? item.PublishedAt : null,
            item.ExpiresAt)
        : null;

    /// <summary>Summary and body without markup.</summary>
    public string PlainBody() => KnowledgeMarkup.ToText(Body);

    private static List<string> FacetsOf(KnowledgeItem item) =>
    [
        KnowledgeFacet.Kind(item.Kind),
        .. item.Sku is null ? [] : new[] { KnowledgeFacet.Product(item.Sku) },
        .. item.Categories.Select(c => KnowledgeFacet.Category(c.CategoryId)).Order(StringComparer.Ordinal),
        .. item.Tags.Select(t => KnowledgeFacet.Tag(t.Name)).Order(StringComparer.Ordinal),
    ];
}
