using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>What is written of a case so far, to find items that may answer it. It is searched with and never kept.</summary>
/// <param name="Subject">One line: what is wrong. Its words count twice.</param>
public sealed record CaseText(string Subject)
{
    /// <summary>What is described so far.</summary>
    public string? Description { get; init; }

    /// <summary>Items in one language, its regional variants included. Where there is nothing to read in it, other languages answer.</summary>
    /// <value>Null by default: the language of the text, as far as it can be told.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>Items about one product only, by its stock-keeping unit.</summary>
    /// <value>Null by default: any product or none.</value>
    public string? Sku { get; init; }

    /// <summary>Most items to suggest, 1 to 20.</summary>
    /// <value>5 by default.</value>
    public int Take { get; init; } = 5;

    /// <summary>The least score, as a share of that of the best item: what fits far worse than the best is no suggestion.</summary>
    /// <value>0.3 by default; 0 to 1.</value>
    public double LeastShare { get; init; } = 0.3;
}
