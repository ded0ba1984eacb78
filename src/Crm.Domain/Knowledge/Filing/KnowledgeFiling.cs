namespace Crm.Domain.Knowledge;

/// <summary>Where a knowledge item is found beside search.</summary>
public sealed record KnowledgeFiling
{
    /// <summary>Its categories; at most <see cref="KnowledgeItem.MaxCategories"/>.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<KnowledgeCategoryId> Categories { get; init; } = [];

    /// <summary>Its tags, one line of at most <see cref="KnowledgeItemTag.MaxLength"/> characters each; at most <see cref="KnowledgeItem.MaxTags"/>.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Items that its readers may want too, in this order; at most <see cref="KnowledgeItem.MaxRelated"/>.</summary>
    /// <value>None by default.</value>
    public IReadOnlyList<KnowledgeItemId> Related { get; init; } = [];
}
