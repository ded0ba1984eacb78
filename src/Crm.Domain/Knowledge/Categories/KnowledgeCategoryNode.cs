namespace Crm.Domain.Knowledge;

/// <summary>A category in the table of contents.</summary>
/// <param name="Id">The category.</param>
/// <param name="Name">Its name.</param>
/// <param name="ParentId">The category above it.</param>
/// <param name="Depth">How many categories stand above it.</param>
/// <param name="Items">How many published items the reader may read in it, those of categories below left out.</param>
public sealed record KnowledgeCategoryNode(KnowledgeCategoryId Id, string Name, KnowledgeCategoryId? ParentId, int Depth, int Items);
