namespace Crm.Domain.Marketing;

/// <summary>What happened to a message of a campaign, or what its recipient did.</summary>
public enum CampaignResponseKind
{
    /// <summary>It was sent.</summary>
    Sent,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It was opened.</summary>
    Opened,

    /// <summary>A link in it was followed.</summary>
    Clicked,

    /// <summary>It was answered.</summary>
    Replied,

    /// <summary>It came back, for now: a full mailbox, a server that is away.</summary>
    BouncedSoft,

    /// <summary>It came back for good: the address does not exist.</summary>
    BouncedHard,

    /// <summary>The recipient wants no more of it.</summary>
    OptedOut,

    /// <summary>The recipient did what it was for, such as buying.</summary>
    Converted,
}
