using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>What a reader looks for.</summary>
/// <param name="Text">Words of the question.</param>
public sealed record KnowledgeCriteria(string Text)
{
    /// <summary>Items in one language, its regional variants included.</summary>
    /// <value>Null by default: any language.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>Items about one product, by its stock-keeping unit.</summary>
    /// <value>Null by default: any product or none.</value>
    public string? Sku { get; init; }

    /// <summary>Most hits to return.</summary>
    /// <value>10 by default.</value>
    public int Take { get; init; } = 10;
}
