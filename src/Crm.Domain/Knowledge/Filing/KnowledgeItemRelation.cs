namespace Crm.Domain.Knowledge;

/// <summary>An item that readers of another may want too. Part of <see cref="KnowledgeItem"/>.</summary>
public sealed class KnowledgeItemRelation
{
    private KnowledgeItemRelation()
    {
    }

    internal KnowledgeItemRelation(KnowledgeItemId relatedId, int position) => (RelatedId, Position) = (relatedId, position);

    /// <summary>The other item.</summary>
    public KnowledgeItemId RelatedId { get; private set; }

    /// <summary>Its place among the related items, from 1.</summary>
    public int Position { get; internal set; }
}
