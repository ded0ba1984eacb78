using Crm.Domain.Knowledge;

namespace Crm.Domain.Service;

/// <summary>A knowledge item that the customer had read before asking. Part of <see cref="ServiceCase"/>.</summary>
public sealed class ViewedArticle
{
    private ViewedArticle()
    {
    }

    internal ViewedArticle(KnowledgeItemId knowledgeItemId) => KnowledgeItemId = knowledgeItemId;

    /// <summary>The knowledge item's id.</summary>
    public KnowledgeItemId KnowledgeItemId { get; private set; }
}
