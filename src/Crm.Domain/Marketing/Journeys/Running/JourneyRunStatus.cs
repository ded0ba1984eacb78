namespace Crm.Domain.Marketing;

/// <summary>Where a contact stands with a journey.</summary>
public enum JourneyRunStatus
{
    /// <summary>On the way.</summary>
    Active,

    /// <summary>Came to an end of the journey.</summary>
    Completed,

    /// <summary>Left because the exit criteria held.</summary>
    Left,

    /// <summary>Taken out by hand.</summary>
    Removed,

    /// <summary>The customer is not there any more.</summary>
    Gone,

    /// <summary>Given up after failures.</summary>
    Failed,

    /// <summary>In the control group: only watched.</summary>
    Control,
}
