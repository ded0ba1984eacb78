using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>
/// Reads where consent stands from the entries of one customer's ledger. A pure function of the entries: their order in memory does
/// not matter, and entries after the instant asked about change nothing.
/// </summary>
/// <remarks>
/// Entries count in the order of the instants since which they hold; at the same instant a withdrawal counts last. Each takes the
/// place of the one before, but for these: a request does not replace a grant that holds or a withdrawal; what software recorded
/// does not replace a withdrawal by the person or by staff for the person, unless it is a grant with proof; and what a merge carried
/// over only restricts.
/// </remarks>
public static class ConsentLedger
{
    /// <summary>Where one purpose and channel stands.</summary>
    /// <param name="entries">The ledger of one customer.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The standing with the entry that decides it.</returns>
    public static ConsentState StateAt(IEnumerable<ConsentRecord> entries, PurposeKey purpose, ChannelKey channel, Instant at)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(purpose);
        ArgumentNullException.ThrowIfNull(channel);
        ConsentRecord? decisive = null;
        foreach (var entry in entries.Where(e => e.At <= at && e.Covers(purpose, channel))
            .OrderBy(e => e.At).ThenBy(e => e.MergeId is not null).ThenBy(e => e.Status).ThenByDescending(e => e.Until ?? Instant.MaxValue).ThenBy(e => e.Id))
        {
            if (decisive is null || Replaces(entry, decisive))
            {
                decisive = entry;
            }
        }

        return new ConsentState(purpose, channel, decisive?.StandingAt(at) ?? ConsentStanding.None, decisive);
    }

    /// <summary>Where every purpose and channel stands that the ledger names together.</summary>
    /// <param name="entries">The ledger of one customer.</param>
    /// <param name="at">The instant.</param>
    /// <returns>The standings, by purpose and channel.</returns>
    public static IReadOnlyList<ConsentState> StatesAt(IReadOnlyCollection<ConsentRecord> entries, Instant at) =>
    [
        .. Pairs(entries.Where(e => e.At <= at)).Select(p => StateAt(entries, p.Purpose, p.Channel, at))
            .OrderBy(s => s.Purpose.Value, StringComparer.Ordinal).ThenBy(s => s.Channel.Value, StringComparer.Ordinal),
    ];

    /// <summary>The more restrictive of two standings: withdrawn, expired, pending, granted, in this order; none restricts nothing.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The more restrictive.</returns>
    public static ConsentStanding MostRestrictive(ConsentStanding left, ConsentStanding right) => left >= right ? left : right;

    internal static IEnumerable<(PurposeKey Purpose, ChannelKey Channel)> Pairs(IEnumerable<ConsentRecord> entries) =>
        entries.Where(e => e.Purpose is not null && e.Channel is not null).Select(e => (e.Purpose!, e.Channel!)).Distinct();

    /// <summary>How strictly an entry restricts: by its standing, and among withdrawals by whether the person stands behind it.</summary>
    internal static int Weight(ConsentRecord? entry, Instant at) => entry is null ? 0
        : (2 * (int)entry.StandingAt(at)) + (entry is { Status: ConsentStatus.Withdrawn, Origin: not ConsentOrigin.Automatic } ? 1 : 0);

    private static bool Replaces(ConsentRecord entry, ConsentRecord before) => entry switch
    {
        { MergeId: not null } => Weight(entry, entry.At) > Weight(before, entry.At),
        { Status: ConsentStatus.Pending } => before.StandingAt(entry.At) is ConsentStanding.Pending or ConsentStanding.Expired,
        { Origin: ConsentOrigin.Automatic } when before is { Status: ConsentStatus.Withdrawn, Origin: not ConsentOrigin.Automatic } =>
            entry is { Status: ConsentStatus.Granted, Proof: not null },
        _ => true,
    };
}
