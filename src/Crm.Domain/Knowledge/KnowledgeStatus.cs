namespace Crm.Domain.Knowledge;

/// <summary>Where a knowledge item stands.</summary>
public enum KnowledgeStatus
{
    /// <summary>Being written; only staff sees it.</summary>
    Draft,

    /// <summary>Readable by its audience.</summary>
    Published,

    /// <summary>Kept, but no longer shown.</summary>
    Archived,
}
