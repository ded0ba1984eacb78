namespace Crm.Domain.Knowledge;

/// <summary>What a search found.</summary>
/// <param name="Language">The language that was searched, as a primary subtag; null when nothing was.</param>
/// <param name="Hits">The best items first; equal ones by id.</param>
public sealed record KnowledgeAnswer(string? Language, IReadOnlyList<KnowledgeHit> Hits)
{
    internal static KnowledgeAnswer None { get; } = new(null, []);

    /// <summary>Words of the question that no readable item has, with the word of the hits that was taken in their place.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Corrections { get; init; } = new Dictionary<string, string>();

    /// <summary>The question as it was probably meant.</summary>
    /// <value>Null by default: as it was typed.</value>
    public string? DidYouMean { get; init; }
}
