using Crm.Domain.Interactions;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A campaign in a list.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Status">How far it is.</param>
/// <param name="StartsAt">When it is to start.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record CampaignSummary(
    CampaignId Id, string Key, string Name, ChannelKey Channel, PurposeKey Purpose, CampaignStatus Status, Instant? StartsAt, Instant? StartedAt, Instant? EndedAt)
{
    /// <summary>What it may cost.</summary>
    public Money? Budget { get; init; }

    /// <summary>What was spent on it; null for nothing.</summary>
    public Money? Cost { get; init; }
}
