using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// Keeps what cases are promised and the deadlines of it, in the unit of work of each act: chooses the service level where the act can
/// have changed the choice, and reckons the deadlines anew from the log.
/// </summary>
internal sealed class CaseDeadlines(ICaseDeadlineStore store, IServiceLevelBook? book = null) : ICaseObserver
{
    private static readonly Dictionary<ServiceLevelKey, ServiceLevel> s_none = [];

    public async Task ChangedAsync(IReadOnlyList<ServiceCase> changed, Instant now, CancellationToken cancellationToken)
    {
        // Who moved no clock and changed nothing by which policies choose costs no query.
        var moved = changed.Where(c => ReasonOf(c) is not null || (c.ServiceLevel is not null && c.Unsaved.Any())
            || (c.IsUnsolved && c.Unsaved.Any(e => e.Kind == SlaEventKind.StatusChanged))).ToList();
        if (book is not null && moved.Count > 0)
        {
            await ReckonAsync(moved, null, now, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Chooses anew for cases that have to be solved, as after a policy or a calendar was changed.</summary>
    /// <returns>How many are promised something else.</returns>
    public async Task<int> ReapplyAsync(IReadOnlyList<ServiceCase> cases, Instant now, CancellationToken cancellationToken)
    {
        var unsolved = cases.Where(c => c.IsUnsolved).ToList();
        return book is not null && unsolved.Count > 0
            ? await ReckonAsync(unsolved, ServiceLevelReason.LevelsReapplied, now, cancellationToken).ConfigureAwait(false)
            : 0;
    }

    private async Task<int> ReckonAsync(List<ServiceCase> cases, ServiceLevelReason? reason, Instant now, CancellationToken cancellationToken)
    {
        var logs = await LogsAsync(cases, cancellationToken).ConfigureAwait(false);
        var promises = new List<CasePromise>();
        foreach (var about in cases)
        {
            var why = reason ?? ReasonOf(about) ?? (IsReopened(about, logs[about.Id]) ? ServiceLevelReason.CaseReopened : null);
            var chosen = why is not null && about.IsUnsolved ? await book!.ChooseAsync(about, now, cancellationToken).ConfigureAwait(false) : null;
            if (chosen is not null || about.ServiceLevel is not null || logs[about.Id].Exists(e => e.Level is not null))
            {
                promises.Add(new CasePromise(about, logs[about.Id], about.IsUnsolved ? why : null, chosen));
            }
        }

        if (promises.Count == 0)
        {
            return 0;
        }

        var levels = await LevelsAsync(promises, cancellationToken).ConfigureAwait(false);
        var changed = promises.FindAll(p => p.Change(levels, now));

        // Where nothing happened to a case but that somebody looked, the deadlines of an unchanged promise are what they were.
        var moved = reason is null ? promises : changed;
        if (moved.Count > 0)
        {
            await WriteAsync(moved, levels, now, cancellationToken).ConfigureAwait(false);
        }

        return changed.Count;
    }

    private async Task<Dictionary<ServiceCaseId, List<CaseLogEntry>>> LogsAsync(List<ServiceCase> cases, CancellationToken cancellationToken)
    {
        // What was opened in this unit of work has its whole log at hand.
        var known = cases.Where(c => !c.Recorded.Any(e => e.Kind == SlaEventKind.Opened)).Select(c => c.Id).ToList();
        var stored = known.Count == 0 ? null : await store.LogsAsync(known, cancellationToken).ConfigureAwait(false);
        return cases.ToDictionary(
            c => c.Id, c => (stored?[c.Id] ?? []).Concat(c.Recorded).OrderBy(e => e.Version).ThenBy(e => e.Place).DistinctBy(e => (e.Version, e.Place)).ToList());
    }

    private async Task<Dictionary<ServiceLevelKey, ServiceLevel>> LevelsAsync(List<CasePromise> promises, CancellationToken cancellationToken)
    {
        var levels = promises.Select(p => p.Chosen).OfType<ServiceLevel>().DistinctBy(l => l.Key).ToDictionary(l => l.Key);
        var missing = promises.SelectMany(p => CaseLog.KeysOf(p.Log)).Distinct().Where(k => !levels.ContainsKey(k)).ToList();
        foreach (var (key, level) in missing.Count == 0 ? s_none : await book!.FindAsync(missing, cancellationToken).ConfigureAwait(false))
        {
            levels.Add(key, level);
        }

        return levels;
    }

    private async Task WriteAsync(List<CasePromise> promises, Dictionary<ServiceLevelKey, ServiceLevel> levels, Instant now, CancellationToken cancellationToken)
    {
        var stored = (await store.LoadAsync([.. promises.Select(p => p.Case.Id)], cancellationToken).ConfigureAwait(false)).ToLookup(d => d.CaseId);
        var ids = stored.SelectMany(s => s).Select(d => d.Id).ToList();
        var raised = ids.Count == 0 ? null : await store.RaisedAsync(ids, cancellationToken).ConfigureAwait(false);
        foreach (var promise in promises)
        {
            promise.Write(store, stored[promise.Case.Id], levels, d => (raised?[d] ?? []).ToHashSet(StringComparer.Ordinal), now);
        }
    }

    // Every event that is not known to leave the choice alone makes it be made again: a new kind of act is right without being named here.
    private static ServiceLevelReason? ReasonOf(ServiceCase about)
    {
        ServiceLevelReason? reason = null;
        foreach (var pending in about.PendingEvents)
        {
            reason = pending.Event switch
            {
                CaseOpened => ServiceLevelReason.CaseOpened,
                CasePriorityChanged => reason ?? ServiceLevelReason.PriorityChanged,
                CaseReplied or CaseNoted or CaseMessageReceived or CaseAutomaticMessageReceived or CaseThirdPartyMessageReceived or CaseAssigned or CaseStatusChanged
                    or CaseMergedInto or CaseTookOver or CaseSplit or CaseClosedForSilence or CaseArticleViewed or CaseParentChanged or CaseChildrenChanged or CaseRelated
                    or CaseServiceLevelChanged => reason,
                _ => reason ?? ServiceLevelReason.CaseChanged,
            };
        }

        return reason;
    }

    private static bool IsReopened(ServiceCase about, List<CaseLogEntry> log)
    {
        var first = about.Unsaved.FirstOrDefault(e => e.Kind == SlaEventKind.StatusChanged);
        return first is not null && about.IsUnsolved
            && log.FindLast(e => e.Category is not null && (e.Version, e.Place).CompareTo((first.Version, first.Place)) < 0)?.Category is CaseCategory.Resolved or CaseCategory.Closed;
    }
}
