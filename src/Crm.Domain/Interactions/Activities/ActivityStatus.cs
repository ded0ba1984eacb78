namespace Crm.Domain.Interactions;

/// <summary>What became of an activity. That one is overdue is no status: it is asked at a moment.</summary>
public enum ActivityStatus
{
    /// <summary>Still to come.</summary>
    Planned,

    /// <summary>Begun.</summary>
    InProgress,

    /// <summary>A call or meeting that took place.</summary>
    Held,

    /// <summary>A task that was done.</summary>
    Done,

    /// <summary>Did not take place, by the word of staff.</summary>
    Missed,

    /// <summary>Called off.</summary>
    Cancelled,
}
