namespace Crm.Domain.Marketing;

/// <summary>How many recipients of a campaign share status, reason and variant, and what they did. A row of its outcome.</summary>
/// <param name="Status">How far they are.</param>
/// <param name="Reason">Why they get nothing; null where they do.</param>
/// <param name="Variant">What they get; null for nothing, or as long as that is not decided.</param>
/// <param name="Recipients">How many they are.</param>
public sealed record CampaignCount(CampaignRecipientStatus Status, SkipReason? Reason, string? Variant, int Recipients)
{
    /// <summary>How many were put off.</summary>
    public int Postponed { get; init; }

    /// <summary>To how many the message arrived.</summary>
    public int Delivered { get; init; }

    /// <summary>How many opened it.</summary>
    public int Opened { get; init; }

    /// <summary>How many clicked.</summary>
    public int Clicked { get; init; }

    /// <summary>How many answered.</summary>
    public int Replied { get; init; }

    /// <summary>From how many it came back.</summary>
    public int Bounced { get; init; }

    /// <summary>From how many of them for good.</summary>
    public int BouncedHard { get; init; }

    /// <summary>How many opted out.</summary>
    public int OptedOut { get; init; }

    /// <summary>How many did what it was for.</summary>
    public int Converted { get; init; }
}
