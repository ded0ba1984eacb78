using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>Which published items a help centre lists.</summary>
public sealed record KnowledgeListCriteria
{
    /// <summary>Every published item that the reader may read.</summary>
    public static KnowledgeListCriteria All { get; } = new();

    /// <summary>Items in one language, its regional variants included.</summary>
    /// <value>Null by default: any language.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>Items about one product, by its stock-keeping unit.</summary>
    /// <value>Null by default: any product or none.</value>
    public string? Sku { get; init; }

    /// <summary>Items of one kind.</summary>
    /// <value>Null by default: any kind.</value>
    public KnowledgeKind? Kind { get; init; }

    /// <summary>Items of one category or those below it.</summary>
    /// <value>Null by default: any category or none.</value>
    public KnowledgeCategoryId? CategoryId { get; init; }

    /// <summary>Items with one tag.</summary>
    /// <value>Null by default: any tag or none.</value>
    public string? Tag { get; init; }
}
