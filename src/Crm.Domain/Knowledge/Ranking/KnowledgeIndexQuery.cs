using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What is looked for in an index.</summary>
/// <param name="Text">The question as typed; of any length, only its first 5,000 characters count.</param>
/// <param name="Audiences">The audiences of the documents that the reader may see; statistics and suggestions come from these alone.</param>
/// <param name="Now">The current instant, for what is valid.</param>
public sealed record KnowledgeIndexQuery(string Text, IReadOnlyCollection<Audience> Audiences, Instant Now)
{
    /// <summary>The characters of a question that are read.</summary>
    public const int MaxText = 5_000;

    /// <summary>Facets that a document must have: one of each group.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<IReadOnlyCollection<string>> Facets { get; init; } = [];

    /// <summary>Most documents to return.</summary>
    /// <value>10 by default.</value>
    public int Take { get; init; } = 10;

    /// <summary>Whether the last word may still be unfinished, as while it is typed.</summary>
    /// <value>False by default.</value>
    public bool CompletesLastWord { get; init; }
}
