namespace Crm.Domain.Service;

/// <summary>Where a target stands.</summary>
public enum SlaTargetStatus
{
    /// <summary>Its clock runs, and time is left.</summary>
    Running,

    /// <summary>Its clock stands still, and time is left.</summary>
    Paused,

    /// <summary>It was reached in time.</summary>
    Met,

    /// <summary>Its time is used up, whether or not it was reached later.</summary>
    Missed,

    /// <summary>It holds no longer: the service level changed or was taken away before it was reached.</summary>
    Cancelled,
}
