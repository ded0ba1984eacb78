using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Readers say whether an item helped: one vote of each reader and item, changeable. Readers are known by keyed hashes alone, guests by that
/// of the key that the host gives.
/// </summary>
/// <remarks>Scoped service, for every actor. No act saves; the host saves once. Of two first votes of one reader at once, one is refused by the save.</remarks>
[FrontDoor]
public sealed class KnowledgeVotes(
    IKnowledgeVoteStore votes, IKnowledgeSessionStore sessions, IKnowledgeLessonStore lessons, KnowledgeReaders readers, KnowledgeReadingOptions options, CrmActs acts)
{
    private const int MaxCounted = 1_000;

    /// <summary>Votes on an item, or changes the vote of the reader. To say the same again changes nothing.</summary>
    /// <param name="item">The item; published, for an audience of the actor's.</param>
    /// <param name="isHelpful">Whether it helped.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The vote, or <c>KnowledgeItemNotFound</c>, <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeVote>> VoteAsync(KnowledgeItemId item, bool isHelpful, string? guestKey = null, CancellationToken cancellationToken = default) =>
        AsReaderAsync(
            item,
            guestKey,
            async (reader, now) =>
            {
                var vote = await votes.FindAsync(item, reader, cancellationToken).ConfigureAwait(false);
                if (vote is null)
                {
                    vote = new KnowledgeVote(KnowledgeVoteId.New(now), item, reader, acts.Gate.Actor, isHelpful, now);
                    votes.Add(vote);
                }
                else if (vote.CanChange(isHelpful))
                {
                    vote.Change(isHelpful, now);
                }

                // What helped after a question is learned from; a vote without a session, such as from a mail, says nothing of questions.
                if (await sessions.CurrentAsync(reader, now - options.Pause, cancellationToken).ConfigureAwait(false) is { } session)
                {
                    session.Judge(item, isHelpful, options.CaseWindow, now);
                    await lessons.AskAsync([item], now + options.LearnsAfter, cancellationToken).ConfigureAwait(false);
                }

                return vote;
            },
            cancellationToken);

    /// <summary>Takes the vote of the reader back.</summary>
    /// <param name="item">The item.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The vote that goes, or <c>KnowledgeItemNotFound</c>, <c>KnowledgeReaderSecretMissing</c>, <c>KnowledgeReaderUnknown</c>, <c>KnowledgeVoteNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<KnowledgeVote>> WithdrawAsync(KnowledgeItemId item, string? guestKey = null, CancellationToken cancellationToken = default) =>
        AsReaderAsync(
            item,
            guestKey,
            async (reader, now) =>
            {
                if (await votes.FindAsync(item, reader, cancellationToken).ConfigureAwait(false) is not { } vote)
                {
                    return acts.Errors.KnowledgeVoteNotFound(item.ToString());
                }

                votes.Remove(vote);
                if (await sessions.CurrentAsync(reader, now - options.Pause, cancellationToken).ConfigureAwait(false) is { } session)
                {
                    session.Unjudge(item);
                    await lessons.AskAsync([item], now + options.LearnsAfter, cancellationToken).ConfigureAwait(false);
                }

                return vote;
            },
            cancellationToken);

    /// <summary>What the reader itself said of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="guestKey">The key of a guest.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Whether it helped; null when the reader has not voted or cannot be known.</returns>
    /// <exception cref="ArgumentException">The key has control characters or is too long.</exception>
    public async Task<bool?> MineAsync(KnowledgeItemId item, string? guestKey = null, CancellationToken cancellationToken = default) =>
        readers.HasSecret && readers.Of(acts.Gate.Actor, guestKey) is { } reader
            ? (await votes.FindAsync(item, reader, cancellationToken).ConfigureAwait(false))?.IsHelpful
            : null;

    /// <summary>Counts the votes on an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The count; null when the actor may not read the item.</returns>
    public async Task<KnowledgeVoteCount?> CountAsync(KnowledgeItemId item, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff || await sessions.IsReadableAsync(item, acts.Gate.ReadableAudiences, acts.Now, cancellationToken).ConfigureAwait(false)
            ? (await votes.CountAsync([item], cancellationToken).ConfigureAwait(false)).GetValueOrDefault(item, KnowledgeVoteCount.None)
            : null;

    /// <summary>Counts the votes on many items, for lists of the staff.</summary>
    /// <param name="wanted">The items; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts of the items that have votes; empty when the actor is not of the staff.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are more than 1,000 items.</exception>
    public async Task<IReadOnlyDictionary<KnowledgeItemId, KnowledgeVoteCount>> CountAsync(IReadOnlyCollection<KnowledgeItemId> wanted, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(wanted.Count, MaxCounted, nameof(wanted));
        return acts.Gate.Actor.IsStaff && wanted.Count > 0
            ? await votes.CountAsync(wanted, cancellationToken).ConfigureAwait(false)
            : new Dictionary<KnowledgeItemId, KnowledgeVoteCount>();
    }

    private Task<CrmResult<KnowledgeVote>> AsReaderAsync(
        KnowledgeItemId item, string? guestKey, Func<KnowledgeReaderId, Instant, Task<CrmResult<KnowledgeVote>>> act, CancellationToken cancellationToken) => acts.MakeOwnAsync<KnowledgeVote>(
        async now =>
        {
            if (!readers.HasSecret)
            {
                return acts.Errors.KnowledgeReaderSecretMissing();
            }

            if (readers.Of(acts.Gate.Actor, guestKey) is not { } reader)
            {
                return acts.Errors.KnowledgeReaderUnknown();
            }

            return await sessions.IsReadableAsync(item, acts.Gate.ReadableAudiences, now, cancellationToken).ConfigureAwait(false)
                ? await act(reader, now).ConfigureAwait(false)
                : acts.Errors.KnowledgeItemNotFound(item.ToString());
        },
        cancellationToken);
}
