namespace Crm.Domain.Knowledge;

/// <summary>Name and place of a category of knowledge items.</summary>
/// <param name="Name">The name, one line of at most 100 characters.</param>
/// <param name="ParentId">The category above it; null for one at the top.</param>
/// <param name="Position">Its place among those with the same category above: the lowest first, then by name; 0 or more.</param>
public sealed record KnowledgeCategoryDetails(string Name, KnowledgeCategoryId? ParentId = null, int Position = 0);
