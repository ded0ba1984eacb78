using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>A published version in one language as the index takes it.</summary>
/// <param name="Key">The document; the index holds one entry of a key.</param>
/// <param name="Vector">Its packed terms, see <see cref="TermVector.Of"/>.</param>
/// <param name="Audience">Who may find it.</param>
public sealed record KnowledgeIndexEntry(Guid Key, ReadOnlyMemory<byte> Vector, Audience Audience)
{
    /// <summary>Whether its title is a question and its body the answer, so that the title decides.</summary>
    /// <value>False by default: an article.</value>
    public bool IsQuestion { get; init; }

    /// <summary>What searches can be narrowed to, such as <c>product:AB-1</c> and <c>category:billing</c>; equal by text.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>What readers asked before it helped them, with how much is known, see <see cref="TermVector.OfWeighted"/>.</summary>
    /// <value>Empty by default: nothing is known.</value>
    public ReadOnlyMemory<byte> Asked { get; init; }

    /// <summary>When it begins to be found.</summary>
    /// <value>Null by default: always.</value>
    public Instant? ValidFrom { get; init; }

    /// <summary>When it is no longer found.</summary>
    /// <value>Null by default: never.</value>
    public Instant? ValidUntil { get; init; }
}
