namespace Crm.Domain.Service;

/// <summary>Why nobody could be given work.</summary>
public enum UnassignedReason
{
    /// <summary>The queue is closed.</summary>
    QueueClosed,

    /// <summary>Nobody is a member of the queue.</summary>
    NoMembers,

    /// <summary>No member has the skills at the levels that are still required.</summary>
    NobodyQualified,

    /// <summary>Nobody who has them is there.</summary>
    NobodyAvailable,

    /// <summary>Whoever is there has no room for more work.</summary>
    NobodyHasRoom,
}
