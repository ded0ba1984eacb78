using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A customer agreed to a purpose and channel, was asked to, or took it back.</summary>
/// <param name="EntryId">The entry of the ledger.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Purpose">The purpose; null for every purpose.</param>
/// <param name="Channel">The channel; null for every channel.</param>
/// <param name="Status">What the entry says.</param>
/// <param name="Origin">Who stands behind it.</param>
/// <param name="OccurredAt">Since when it holds.</param>
[CrmEvent("privacy.consent-recorded")]
public sealed record ConsentRecorded(
    ConsentEntryId EntryId, CustomerId CustomerId, PurposeKey? Purpose, ChannelKey? Channel, ConsentStatus Status, ConsentOrigin Origin, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        Status switch
        {
            ConsentStatus.Granted => "consent-granted",
            ConsentStatus.Pending => "consent-requested",
            _ => "consent-withdrawn",
        },
        $"{Purpose?.Value ?? "every purpose"}, {Channel?.Value ?? "every channel"}",
        Audience.Internal,
        [new(SubjectKinds.Customer, CustomerId.Value)]);
}

/// <summary>A merge carried over that one of the two customers had not agreed.</summary>
/// <param name="EntryId">The entry of the ledger.</param>
/// <param name="CustomerId">The survivor.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Status">What the entry says.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("privacy.consent-restricted-by-merge")]
public sealed record ConsentRestrictedByMerge(
    ConsentEntryId EntryId, CustomerId CustomerId, PurposeKey? Purpose, ChannelKey? Channel, ConsentStatus Status, MergeId MergeId, Instant OccurredAt) : ICrmEvent;
