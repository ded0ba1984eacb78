using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>One entry of the consent ledger, as readers see it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Purpose">The purpose; null for every purpose.</param>
/// <param name="Channel">The channel; null for every channel.</param>
/// <param name="Status">What it says.</param>
/// <param name="Basis">The lawful basis.</param>
/// <param name="Origin">Who stands behind it.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Wording">Which version of which wording the person saw.</param>
/// <param name="Proof">What proves it.</param>
/// <param name="At">Since when it holds.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="Until">When it runs out; null for never.</param>
/// <param name="ActorId">Id of who recorded it.</param>
/// <param name="ActorName">Name of who recorded it.</param>
/// <param name="AnswersId">The request that it answers.</param>
/// <param name="MergeId">The merge that restricts by it.</param>
public sealed record ConsentRecord(
    ConsentEntryId Id,
    CustomerId CustomerId,
    PurposeKey? Purpose,
    ChannelKey? Channel,
    ConsentStatus Status,
    LawfulBasis Basis,
    ConsentOrigin Origin,
    string Source,
    string? Wording,
    string? Proof,
    Instant At,
    Instant RecordedAt,
    Instant? Until,
    string ActorId,
    string ActorName,
    ConsentEntryId? AnswersId,
    MergeId? MergeId)
{
    /// <summary>Whether it speaks of a purpose and channel.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>True when it names both, or every purpose or channel.</returns>
    public bool Covers(PurposeKey purpose, ChannelKey channel) => (Purpose is null || Purpose == purpose) && (Channel is null || Channel == channel);

    /// <summary>What it says at an instant, taken alone.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>Its status, or that it ran out.</returns>
    public ConsentStanding StandingAt(Instant at) => Status switch
    {
        ConsentStatus.Withdrawn => ConsentStanding.Withdrawn,
        _ when Until <= at => ConsentStanding.Expired,
        ConsentStatus.Granted => ConsentStanding.Granted,
        _ => ConsentStanding.Pending,
    };
}
