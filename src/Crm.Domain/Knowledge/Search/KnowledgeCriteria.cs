using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>What a reader looks for.</summary>
/// <param name="Text">The question as typed; of any length, only its first 5,000 characters count.</param>
public sealed record KnowledgeCriteria(string Text)
{
    /// <summary>Items in one language, its regional variants included. Where there is nothing to read in it, other languages answer.</summary>
    /// <value>Null by default: the language of the question, as far as it can be told.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>Items about one product, by its stock-keeping unit.</summary>
    /// <value>Null by default: any product or none.</value>
    public string? Sku { get; init; }

    /// <summary>Items of one kind.</summary>
    /// <value>Null by default: of any kind.</value>
    public KnowledgeKind? Kind { get; init; }

    /// <summary>Items in a category, those below it included.</summary>
    /// <value>Null by default: in any category or none.</value>
    public KnowledgeCategoryId? CategoryId { get; init; }

    /// <summary>Items with a tag.</summary>
    /// <value>Null by default: with any tag or none.</value>
    public string? Tag { get; init; }

    /// <summary>Whether the last word may still be unfinished, as while it is typed.</summary>
    /// <value>False by default.</value>
    public bool CompletesLastWord { get; init; }

    /// <summary>Most hits to return.</summary>
    /// <value>10 by default.</value>
    public int Take { get; init; } = 10;
}
