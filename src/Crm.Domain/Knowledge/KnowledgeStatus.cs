namespace Crm.Domain.Knowledge;

/// <summary>Where a knowledge item stands.</summary>
public enum KnowledgeStatus
{
    /// <summary>Being written; only staff sees it.</summary>
    Draft,

    /// <summary>Written, and waiting for somebody to check it; only staff sees it.</summary>
    InReview,

    /// <summary>To be published at an instant that lies ahead; only staff sees it.</summary>
    Scheduled,

    /// <summary>Readable by its audience.</summary>
    Published,

    /// <summary>Kept, but no longer shown.</summary>
    Archived,
}
