using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>Which document of a quote is wanted.</summary>
public sealed record QuoteDocumentRequest
{
    /// <summary>The number of the revision.</summary>
    /// <value>Null by default: the current one.</value>
    public int? Revision { get; init; }

    /// <summary>The language.</summary>
    /// <value>Null by default: the one that the customer prefers, else the current culture.</value>
    public LanguageTag? Language { get; init; }

    /// <summary>The token that sending gave, for the link under which the customer answers; see <see cref="QuoteOptions.AnswerAddress"/>.</summary>
    /// <value>Null by default: the document has no link.</value>
    public string? Token { get; init; }
}
