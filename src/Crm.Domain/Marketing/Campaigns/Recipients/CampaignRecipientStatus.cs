namespace Crm.Domain.Marketing;

/// <summary>How far a customer of the audience of a campaign is.</summary>
public enum CampaignRecipientStatus
{
    /// <summary>Gets nothing, so that the effect can be measured.</summary>
    Control,

    /// <summary>Waits for the winner of the test.</summary>
    Waiting,

    /// <summary>Gets its message when it is due.</summary>
    Planned,

    /// <summary>The message was handed on to be sent.</summary>
    Queued,

    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>Gets none, for a reason.</summary>
    Skipped,

    /// <summary>It could not be sent, however often that was tried.</summary>
    Failed,
}
