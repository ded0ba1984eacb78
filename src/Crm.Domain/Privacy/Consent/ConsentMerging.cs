using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>
/// Merges consent: the survivor's ledger holds the entries of both with their proofs, and where either side is more restrictive than
/// what all entries together would say, an entry carries that over.
/// </summary>
internal sealed class ConsentMerging(IConsentStore ledger, CrmActs acts) : ICustomerMergeParticipant
{
    private sealed record Outcome(PurposeKey Purpose, ChannelKey Channel, ConsentState Survivor, ConsentState Absorbed, ConsentState United, Instant At)
    {
        public ConsentState Stricter => WeightOf(Absorbed) > WeightOf(Survivor) ? Absorbed : Survivor;

        public MergeSide Side => Survivor.Standing == Absorbed.Standing ? MergeSide.Both : Stricter == Survivor ? MergeSide.Survivor : MergeSide.Absorbed;

        public bool IsLost => WeightOf(Stricter) > WeightOf(United);

        private int WeightOf(ConsentState state) => ConsentLedger.Weight(state.Decisive, At);
    }

    public async Task<IReadOnlyList<MergedItem>> PreviewAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken) =>
    [
        .. (await OutcomesAsync(survivorId, absorbedId, acts.Now, cancellationToken).ConfigureAwait(false))
            .Select(o => new MergedItem("consent", $"{o.Purpose}, {o.Channel}: {Word(o.Stricter.Standing)}", o.Side)),
    ];

    public async Task ApplyAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken)
    {
        foreach (var outcome in await OutcomesAsync(survivorId, absorbedId, now, cancellationToken).ConfigureAwait(false))
        {
            if (outcome is { IsLost: true, Stricter.Decisive: { } reason })
            {
                var details = new ConsentDetails(survivorId, outcome.Purpose, outcome.Channel, reason.Status, reason.Source)
                {
                    Basis = reason.Basis,
                    Wording = reason.Wording,
                    Proof = $"carried over from entry {reason.Id}",
                    Origin = reason.Origin,
                    Until = reason.Until,
                };
                ledger.Add(ConsentEntry.Restrict(ConsentEntryId.New(now), details, mergeId, acts.Gate.Actor, now));
            }
        }
    }

    public Task UndoAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken) =>
        ledger.RemoveOfMergeAsync(mergeId, cancellationToken);

    private static string Word(ConsentStanding standing) => standing switch
    {
        ConsentStanding.Granted => "granted",
        ConsentStanding.Pending => "pending",
        ConsentStanding.Expired => "expired",
        ConsentStanding.Withdrawn => "withdrawn",
        _ => "none",
    };

    // A purpose and channel that neither names is covered by withdrawals of everything alone, and those hold for both anyway.
    private async Task<List<Outcome>> OutcomesAsync(CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken)
    {
        var ledgers = await ledger.LedgersAsync([survivorId, absorbedId], cancellationToken).ConfigureAwait(false);
        var (ours, theirs) = (ledgers.GetValueOrDefault(survivorId) ?? [], ledgers.GetValueOrDefault(absorbedId) ?? []);
        var both = ours.Concat(theirs).ToList();
        return
        [
            .. ConsentLedger.Pairs(both).OrderBy(p => p.Purpose.Value, StringComparer.Ordinal).ThenBy(p => p.Channel.Value, StringComparer.Ordinal)
                .Select(p => new Outcome(
                    p.Purpose,
                    p.Channel,
                    ConsentLedger.StateAt(ours, p.Purpose, p.Channel, now),
                    ConsentLedger.StateAt(theirs, p.Purpose, p.Channel, now),
                    ConsentLedger.StateAt(both, p.Purpose, p.Channel, now),
                    now)),
        ];
    }
}
