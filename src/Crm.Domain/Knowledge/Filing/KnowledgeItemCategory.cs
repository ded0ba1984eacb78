namespace Crm.Domain.Knowledge;

/// <summary>A category of a knowledge item. Part of <see cref="KnowledgeItem"/>.</summary>
public sealed class KnowledgeItemCategory
{
    private KnowledgeItemCategory()
    {
    }

    internal KnowledgeItemCategory(KnowledgeCategoryId categoryId) => CategoryId = categoryId;

    /// <summary>The category.</summary>
    public KnowledgeCategoryId CategoryId { get; private set; }
}
