namespace Crm.Domain.Interactions;

/// <summary>How far a message got.</summary>
public enum OutboundStatus
{
    /// <summary>Waits to be sent: now, at its time, or after a failed try.</summary>
    Queued,

    /// <summary>The sender took it.</summary>
    Sent,

    /// <summary>It is known to have arrived.</summary>
    Delivered,

    /// <summary>It came back.</summary>
    Bounced,

    /// <summary>Could not be sent, however often it was tried; parked.</summary>
    Failed,

    /// <summary>Was not sent, since it was no longer permitted when its turn came.</summary>
    Refused,

    /// <summary>Was called off before it was sent.</summary>
    Withdrawn,
}
