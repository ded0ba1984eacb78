namespace Crm.Domain.Marketing;

/// <summary>How far a campaign is.</summary>
public enum CampaignStatus
{
    /// <summary>Is being planned.</summary>
    Draft,

    /// <summary>Waits for its time.</summary>
    Scheduled,

    /// <summary>Writes to its audience.</summary>
    Running,

    /// <summary>Waits until somebody lets it go on.</summary>
    Paused,

    /// <summary>Has written to everybody. Responses, conversions and costs still count.</summary>
    Finished,

    /// <summary>Was called off: nothing more is sent.</summary>
    Cancelled,
}
