using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Knowledge;

/// <summary>One article of a file.</summary>
internal sealed record KnowledgeLine
{
    public string File { get; init; } = "";

    public int? Row { get; init; }

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    public required LanguageTag Language { get; init; }

    public required Audience Audience { get; init; }

    public required KnowledgeKind Kind { get; init; }

    public string? Summary { get; init; }

    public string? Sku { get; init; }

    public string? Environment { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Why it cannot be imported.</summary>
    public Problem? Problem { get; init; }

    public KnowledgeContent ToContent() => new(Title, Body, Language) { Kind = Kind, Summary = Summary, Sku = Sku, Environment = Environment };
}
