using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Knowledge;

/// <summary>Who works on a knowledge item.</summary>
/// <param name="Id">The actor's id.</param>
/// <param name="Licence">What the actor has shown to know.</param>
public sealed record KnowledgeAuthor(string Id, KnowledgeLicence Licence)
{
    /// <summary>The actor's id.</summary>
    public string Id { get; } = Guard.Line(Id, Actor.MaxIdLength);

    /// <summary>What the actor has shown to know.</summary>
    public KnowledgeLicence Licence { get; } = Guard.Defined(Licence);
}
