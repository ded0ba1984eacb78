using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Lets the search learn from what readers asked before an item helped them, and lets go of what is kept of readers when its time is over.
/// A hosted service calls it; a host that does without calls it itself.
/// </summary>
/// <remarks>Scoped service, for staff and jobs.</remarks>
[FrontDoor]
public sealed class KnowledgeLearning(
    IKnowledgeSessionStore sessions, IKnowledgeLessonStore lessons, IKnowledgeAskedStore asked, KnowledgeReadingOptions options, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>Most pieces of one call: 1,000.</summary>
    public const int MaxTake = 1_000;

    private static readonly Duration s_anew = Duration.FromDays(7);

    /// <summary>
    /// Looks at sessions whose time for a case is over: where none was filed, the item that was opened last after a question helped, unless
    /// the reader said otherwise. Does not save.
    /// </summary>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>. Save, and call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many sessions were looked at, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> SettleAsync(int take = 100, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        "knowledge.settle-sessions",
        async now =>
        {
            Check(take);
            var over = await sessions.OverAsync(now, take, cancellationToken).ConfigureAwait(false);
            var filed = over.Count > 0 ? await sessions.FiledElsewhereAsync([.. over.Select(s => s.Id)], cancellationToken).ConfigureAwait(false) : new HashSet<KnowledgeSessionId>();
            var helped = over.SelectMany(s => s.Settle(s.FiledAt is not null || filed.Contains(s.Id), now)).Distinct().ToList();
            await lessons.AskAsync(helped, now + options.LearnsAfter, cancellationToken).ConfigureAwait(false);
            return over.Count;
        },
        cancellationToken);

    /// <summary>Tells the search what readers asked before items helped them, of the items of which something is to be learned. Saves.</summary>
    /// <param name="take">How many items at most; 1 to <see cref="MaxTake"/>. Call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many items were learned of, or <c>ActNotAllowed</c>, <c>InvalidValue</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<int>> LearnAsync(int take = 100, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<int>(
            "knowledge.learn",
            async now =>
            {
                Check(take);
                var due = await lessons.DueAsync(now, take, token).ConfigureAwait(false);
                if (due.Count == 0)
                {
                    return 0;
                }

                var evidence = (await lessons.EvidenceAsync(due, token).ConfigureAwait(false)).ToLookup(e => e.KnowledgeItemId);
                var weighed = due.ToDictionary(i => i, i => AskedTerms.Of(evidence[i], now, Duration.FromDays(options.HalfLifeDays)));
                await lessons.DoneAsync(due, now, token).ConfigureAwait(false);
                await asked.WriteAsync(weighed.ToDictionary(i => i.Key, i => TermVector.OfWeighted(i.Value)), token).ConfigureAwait(false);

                // What is known decays, and goes when the reader does.
                await lessons.AskAsync([.. weighed.Where(i => i.Value.Count > 0).Select(i => i.Key)], now + s_anew, token).ConfigureAwait(false);
                return due.Count;
            },
            token),
        cancellationToken);

    /// <summary>Removes sessions older than <see cref="KnowledgeReadingOptions.KeepDays"/>. Saves.</summary>
    /// <param name="take">How many at most; 1 to <see cref="MaxTake"/>. Call again while as many come back.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>How many sessions went, or <c>ActNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<int>> ForgetOldAsync(int take = 100, CancellationToken cancellationToken = default) => unitOfWork.InTransactionAsync(
        token => acts.MakeAsync<int>(
            "knowledge.forget-sessions",
            async now =>
            {
                Check(take);
                return await sessions.RemoveOldAsync(now - Duration.FromDays(options.KeepDays), take, token).ConfigureAwait(false);
            },
            token),
        cancellationToken);

    private static void Check(int take)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxTake);
    }
}
