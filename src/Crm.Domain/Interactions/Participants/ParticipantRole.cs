namespace Crm.Domain.Interactions;

/// <summary>The part that somebody has in a contact.</summary>
public enum ParticipantRole
{
    /// <summary>Sent a message.</summary>
    From,

    /// <summary>A message was sent to.</summary>
    To,

    /// <summary>Got a copy.</summary>
    Cc,

    /// <summary>Got a copy that others do not see.</summary>
    Bcc,

    /// <summary>Made a call.</summary>
    Caller,

    /// <summary>Was called, or joined a call.</summary>
    Called,

    /// <summary>Invited to a meeting.</summary>
    Organiser,

    /// <summary>Must be at a meeting.</summary>
    Required,

    /// <summary>May be at a meeting.</summary>
    Optional,
}
