using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What cases are promised: explains where each stands, lists what comes near, and brings open cases in line with changed policies.</summary>
/// <remarks>Scoped service, for staff. Reapplying runs in transactions of its own, or in the host's, and saves.</remarks>
[FrontDoor]
public sealed class ServiceDeadlines(
    ICaseLogQueries logs, IServiceDeadlineQueries queries, ICaseDeadlineStore store, ICaseIntakeStore cases, ICrmUnitOfWork work, CrmActs acts, IServiceLevelBook? book = null)
{
    private const int Portion = 200;
    private const int Tries = 5;

    private readonly CaseDeadlines _deadlines = new(store, book);

    /// <summary>Says what a case is promised and where it stands, from its log: every promise with every stretch that was counted or left out.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="asOf">As of this instant; now when null. Later events are left out.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The explanation; null when there is no such case or the actor is not of the staff. Without a promise its timeline is empty.</returns>
    public async Task<ServiceLevelExplanation?> ExplainAsync(ServiceCaseId caseId, Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff || await logs.FindAsync(caseId, cancellationToken).ConfigureAwait(false) is not { } log)
        {
            return null;
        }

        var keys = log.Keys.ToList();
        var levels = book is null || keys.Count == 0 ? new Dictionary<ServiceLevelKey, ServiceLevel>() : await book.FindAsync(keys, cancellationToken).ConfigureAwait(false);
        var events = log.ToEvents(levels);
        var at = asOf ?? Instant.Max(acts.Now, events.Count == 0 ? Instant.MinValue : events[^1].At);
        var changes = ChangesIn(log, events, levels).TakeWhile(c => c.At <= at).ToList();
        var raised = await queries.RaisedAsync(caseId, cancellationToken).ConfigureAwait(false);
        return new(
            caseId,
            log.Number,
            changes.LastOrDefault()?.After,
            SlaClock.Read(events, at, explain: true),
            changes,
            [.. raised.Where(r => r.Raised.RaisedAt <= at).Select(r => new RaisedAlarm(r.Target, r.Ordinal, r.Raised.Level, r.Raised.Due, r.Raised.ReachedAt, r.Raised.RaisedAt))]);
    }

    /// <summary>Reads the stored deadlines of a case, in the order in which their clocks began.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The deadlines; none when the actor is not of the staff. Ask them for <see cref="ServiceDeadline.StatusAt"/>.</returns>
    public async Task<IReadOnlyList<ServiceDeadline>> OfCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await queries.OfCaseAsync(caseId, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Lists open deadlines whose clocks run, the earliest first: what is overdue, then what comes near.</summary>
    /// <param name="criteria">Which deadlines.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; empty when the actor is not of the staff.</returns>
    public async Task<Page<DeadlineSummary>> ListAsync(DeadlineCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.Gate.Actor.IsStaff
            ? await queries.ListAsync(criteria, acts.Now, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
            : new Page<DeadlineSummary>([], null);
    }

    /// <summary>
    /// Looks at every case that has to be solved again, after a policy or a calendar was changed: chooses its service level, and where that is
    /// another one reckons its open promises anew. Each change leaves a trace with the old deadlines and the new ones. What was fulfilled
    /// stays as it was, and cases that are resolved or closed do not change.
    /// </summary>
    /// <param name="progress">Hears how many cases were looked at.</param>
    /// <param name="cancellationToken">Ends it; what was changed stays, and the next run goes on with the rest.</param>
    /// <returns>How many cases there were, or <c>ActNotAllowed</c>.</returns>
    public Task<CrmResult<ReappliedLevels>> ReapplyAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default) => acts.MakeAsync<ReappliedLevels>(
        "service.reapply-levels",
        async _ =>
        {
            var (looked, changed, busy, after) = (0, 0, new List<ServiceCaseId>(), (ServiceCaseId?)null);
            while (await store.UnsolvedAsync(after, Portion, cancellationToken).ConfigureAwait(false) is { Count: > 0 } ids)
            {
                if (await ReapplyAsync(ids, 1, cancellationToken).ConfigureAwait(false) is { } done)
                {
                    changed += done;
                }
                else
                {
                    // Somebody works on one of them: each by itself, so that the others do not wait for it.
                    foreach (var id in ids)
                    {
                        var one = await ReapplyAsync([id], Tries, cancellationToken).ConfigureAwait(false);
                        changed += one ?? 0;
                        if (one is null)
                        {
                            busy.Add(id);
                        }
                    }
                }

                looked += ids.Count;
                after = ids[^1];
                progress?.Report(looked);
            }

            return new ReappliedLevels(looked, changed, busy);
        },
        cancellationToken);

    private async Task<int?> ReapplyAsync(IReadOnlyList<ServiceCaseId> ids, int tries, CancellationToken cancellationToken)
    {
        for (; tries > 0; tries--)
        {
            var result = await work.InTransactionAsync<Counted>(
                async token => new Counted(await _deadlines.ReapplyAsync(await cases.LoadAsync([], ids, token).ConfigureAwait(false), acts.Now, token).ConfigureAwait(false)),
                cancellationToken).ConfigureAwait(false);
            store.LetGo(ids);
            if (result.TryGetValue(out var done))
            {
                return done.Cases;
            }
        }

        return null;
    }

    // The log says when what was promised changed and why; what that did to deadlines follows from it.
    private static IEnumerable<ServiceLevelChange> ChangesIn(CaseLog log, IReadOnlyList<SlaEvent> events, IReadOnlyDictionary<ServiceLevelKey, ServiceLevel> levels)
    {
        ServiceLevel? before = null;
        for (var i = 0; i < events.Count; i++)
        {
            if (log.Entries[i] is { Kind: SlaEventKind.TermsChanged, Reason: { } reason } entry)
            {
                var after = entry.Level is { } key ? levels[key] : null;
                var at = events[i].At;
                yield return new(at, reason, before, after, CasePromise.Moves(SlaClock.Read(events.Take(i), at), SlaClock.Read(events.Take(i + 1), at)));
                before = after;
            }
        }
    }

    private sealed record Counted(int Cases);
}
