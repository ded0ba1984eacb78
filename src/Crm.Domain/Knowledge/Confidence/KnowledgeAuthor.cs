namespace Crm.Domain.Knowledge;

/// <summary>Who works on a knowledge item.</summary>
/// <param name="Id">The actor's id.</param>
/// <param name="Licence">What the actor has shown to know.</param>
public sealed record KnowledgeAuthor(string Id, KnowledgeLicence Licence);
