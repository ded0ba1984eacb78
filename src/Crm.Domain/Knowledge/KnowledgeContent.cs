using Crm.Domain.Values;

namespace Crm.Domain.Knowledge;

/// <summary>What a knowledge item says.</summary>
/// <param name="Title">The question or title, one line of at most 200 characters.</param>
/// <param name="Body">The answer in Markdown.</param>
/// <param name="Language">The language it is written in.</param>
public sealed record KnowledgeContent(string Title, string Body, LanguageTag Language)
{
    /// <summary>A short answer, one line of at most 500 characters.</summary>
    public string? Summary { get; init; }

    /// <summary>The product it is about, by its stock-keeping unit.</summary>
    public string? Sku { get; init; }
}
