using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>What happens around the publication of knowledge items: reviews, trust, ends, replacements, and what comes due by the clock.</summary>
/// <remarks>Scoped service. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class KnowledgePublishing(IKnowledgeStore items, KnowledgeAuthors authors, CrmActs acts)
{
    private const int LongestChain = 100;

    /// <summary>Asks for a review of a draft, or of what was written since an item was published.</summary>
    /// <param name="id">The item.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>,
    /// <c>KnowledgeItemArchived</c>, <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> RequestReviewAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.request-review", id, expectedVersion, (i, by, now) => i.CanRequestReview(by, now), (i, by, now) => i.RequestReview(by, now), cancellationToken);

    /// <summary>Gives an item back to its writers: out of review, or before it is published.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <param name="reason">Why, one line.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>,
    /// <c>KnowledgeItemArchived</c>, <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> ReturnAsync(
        KnowledgeItemId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.return", id, expectedVersion, (i, by, now) => i.CanReturn(by, now), (i, by, now) => i.Return(by, now, reason), cancellationToken);

    /// <summary>Says until when an item is readable.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <param name="until">Until this instant, that one left out; null for no end.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemNotPublished</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> LimitAsync(
        KnowledgeItemId id, Instant? until, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.limit", id, expectedVersion, (i, by, now) => i.CanLimit(by, now), (i, by, now) => i.Limit(until, by, now), cancellationToken);

    /// <summary>Trusts an item more, or less.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <param name="confidence">How far.</param>
    /// <param name="reason">Why, one line.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeConfidenceNotAllowed</c>, <c>KnowledgeItemEmpty</c>, <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> TrustAsync(
        KnowledgeItemId id, KnowledgeConfidence confidence, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) => ChangeAsync(
        "knowledge.trust", id, expectedVersion, (i, by, now) => i.CanTrust(confidence, by, now), (i, by, now) => i.Trust(confidence, by, now, reason), cancellationToken);

    /// <summary>Sets who may change an item.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <param name="governance">Who may.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeItemArchived</c>,
    /// <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> GovernAsync(
        KnowledgeItemId id, KnowledgeGovernance governance, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.govern", id, expectedVersion, (i, by, now) => i.CanGovern(by, now), (i, by, now) => i.Govern(governance, by, now), cancellationToken);

    /// <summary>Discards an item that no reader has seen.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> DiscardAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.discard", id, expectedVersion, (i, by, now) => i.CanDiscard(by, now), (i, by, now) => i.Discard(by, now), cancellationToken);

    /// <summary>Gives an archived item back to its writers as a draft.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>, <c>KnowledgeLicenceTooLow</c>.</returns>
    public Task<CrmResult<KnowledgeItem>> RestoreAsync(KnowledgeItemId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("knowledge.restore", id, expectedVersion, (i, by, now) => i.CanRestore(by, now), (i, by, now) => i.Restore(by, now), cancellationToken);

    /// <summary>Archives an item, unless it is archived, and sends its readers to another one.</summary>
    /// <inheritdoc cref="RequestReviewAsync" path="/param" />
    /// <param name="replacement">The item that says it better now.</param>
    /// <returns>The item, or <c>ActNotAllowed</c>, <c>KnowledgeItemNotFound</c>, <c>VersionConflict</c>, <c>KnowledgeTransitionNotAllowed</c>,
    /// <c>KnowledgeReplacementCircular</c>, <c>KnowledgeLicenceTooLow</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<KnowledgeItem>> ReplaceAsync(
        KnowledgeItemId id, KnowledgeItemId replacement, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        // Before it is asked what the replacement leads to, it is asked whether the actor may ask.
        if (acts.Gate.MayAct("knowledge.replace") is { IsPermitted: false } refused)
        {
            return refused.ToError(acts.Errors);
        }

        var (next, steps) = (replacement, 0);
        while (replacement != id)
        {
            if (await items.FindAsync(next, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.KnowledgeItemNotFound(next.ToString());
            }

            if (found.ReplacedById is not { } further)
            {
                break;
            }

            if (further == id || ++steps >= LongestChain)
            {
                return acts.Errors.KnowledgeReplacementCircular(replacement.ToString());
            }

            next = further;
        }

        return await ChangeAsync(
            "knowledge.replace", id, expectedVersion, (i, by, now) => i.CanReplace(by, now), (i, by, now) => i.Replace(replacement, by, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Says what came due by the clock: items that are published or have expired since. Readers do not wait for it; subscribers to events do.
    /// Called by the background work of the host.
    /// </summary>
    /// <param name="take">How many items at most.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The items, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<IReadOnlyList<KnowledgeItem>>> DoDueAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync(
        "knowledge.do-due",
        async now =>
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(take, KnowledgeOptions.MaxBatchSize);
            var due = (await items.DueAsync(now, take, cancellationToken).ConfigureAwait(false)).Where(i => i.CanComeDue(now)).ToList();
            due.ForEach(i => i.ComeDue(now));
            return Done(due);
        },
        cancellationToken);

    private static CrmResult<IReadOnlyList<KnowledgeItem>> Done(List<KnowledgeItem> due) => due;

    private Task<CrmResult<KnowledgeItem>> ChangeAsync(
        string act, KnowledgeItemId id, long? expectedVersion,
        Func<KnowledgeItem, KnowledgeAuthor, Instant, CrmRuling> may, Action<KnowledgeItem, KnowledgeAuthor, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeItemAsync(authors, act, items.FindAsync(id, cancellationToken), id, expectedVersion, may, change, cancellationToken);
}
