using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Merges stays: the survivor is in every segment that either was in, and what dynamic ones hold is asked anew at the next refresh.</summary>
internal sealed class SegmentMerging(ISegmentStore store) : ICustomerMergeParticipant
{
    public async Task<IReadOnlyList<MergedItem>> PreviewAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken)
    {
        var (ours, theirs) = await store.OfBothAsync(survivorId, absorbedId, cancellationToken).ConfigureAwait(false);
        return
        [
            .. ours.Union(theirs, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(key => new MergedItem("segment", key, !theirs.Contains(key) ? MergeSide.Survivor : ours.Contains(key) ? MergeSide.Both : MergeSide.Absorbed)),
        ];
    }

    public Task ApplyAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, Instant now, CancellationToken cancellationToken) =>
        store.CarryOverAsync(mergeId, survivorId, absorbedId, now, cancellationToken);

    public Task UndoAsync(MergeId mergeId, CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken) =>
        store.TakeBackAsync(mergeId, cancellationToken);
}
