namespace Crm.Domain.Service;

/// <summary>Where a work item stands.</summary>
public enum WorkItemState
{
    /// <summary>Waits for an agent.</summary>
    Waiting,

    /// <summary>Reserved for an agent, who has not accepted yet.</summary>
    Offered,

    /// <summary>Being handled by an agent.</summary>
    Handling,

    /// <summary>Handled.</summary>
    Done,

    /// <summary>The customer left while it waited.</summary>
    Abandoned,

    /// <summary>Taken out of the queue without being handled.</summary>
    Withdrawn,
}
