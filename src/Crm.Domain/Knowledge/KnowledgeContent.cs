using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>What a knowledge item says. All of it is kept with every version.</summary>
/// <param name="Title">The question or title, one line of at most 200 characters.</param>
/// <param name="Body">The answer in Markdown; see <see cref="KnowledgeMarkup"/>.</param>
/// <param name="Language">The language it is written in.</param>
public sealed record KnowledgeContent(string Title, string Body, LanguageTag Language)
{
    /// <summary>What kind of answer it is.</summary>
    /// <value><see cref="KnowledgeKind.HowTo"/> by default.</value>
    public KnowledgeKind Kind { get; init; }

    /// <summary>A short answer, one line of at most 500 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; init; }

    /// <summary>Where the answer holds, such as versions and operating systems: one line of at most 500 characters.</summary>
    public string? Environment { get; init; }

    /// <summary>Of a translation: the version of the original from which it was made.</summary>
    public int? TranslatedVersion { get; init; }

    internal bool IsEmpty => string.IsNullOrWhiteSpace(Body);
}
