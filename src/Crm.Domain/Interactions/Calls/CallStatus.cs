namespace Crm.Domain.Interactions;

/// <summary>How far a call got. The last six are final.</summary>
public enum CallStatus
{
    /// <summary>Waits to be put through.</summary>
    Queued,

    /// <summary>Rings.</summary>
    Ringing,

    /// <summary>Both sides speak.</summary>
    InProgress,

    /// <summary>Both sides spoke.</summary>
    Completed,

    /// <summary>The line was busy.</summary>
    Busy,

    /// <summary>Nobody answered.</summary>
    NoAnswer,

    /// <summary>The call could not be put through, or broke off for a fault.</summary>
    Failed,

    /// <summary>The caller hung up before an answer.</summary>
    Cancelled,

    /// <summary>A machine answered, and perhaps a message was left.</summary>
    Voicemail,
}
