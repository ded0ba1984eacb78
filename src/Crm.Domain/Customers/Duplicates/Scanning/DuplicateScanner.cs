using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Looks for duplicates among all customers, and keeps the pairs for review. Nothing is ever merged by itself.</summary>
/// <remarks>Scoped service. Unlike other front doors <see cref="ScanAsync"/> saves, batch by batch.</remarks>
[FrontDoor]
public sealed class DuplicateScanner(IDuplicateStore store, ICrmUnitOfWork unitOfWork, DuplicateOptions options, DuplicateMatcher matcher, CrmActs acts)
{
    /// <summary>Customers of one transaction of <see cref="ScanAsync"/>.</summary>
    public const int BatchSize = 200;

    /// <summary>
    /// Goes on with the scan that is not finished, or begins a new one, and goes through all customers. The place that was
    /// reached is saved in the transaction of the pairs found up to there: a scan that was stopped anywhere and is called again
    /// ends with the pairs it would have had. Pairs known before are not found again, those that somebody dismissed among them.
    /// </summary>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Stops the scan after the last whole batch.</param>
    /// <returns>The finished scan, or <c>ActNotAllowed</c>; <c>VersionConflict</c> or <c>AlreadyExists</c> where another process scans too: call again.</returns>
    public async Task<CrmResult<DuplicateScanProgress>> ScanAsync(IProgress<DuplicateScanProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var begun = await unitOfWork.InTransactionAsync(token => acts.MakeAsync("customers.scan-duplicates", now => BeginAsync(now, token), token), cancellationToken).ConfigureAwait(false);
        if (!begun.TryGetValue(out var state))
        {
            return begun;
        }

        while (state.FinishedAt is null)
        {
            var id = state.Id;
            var next = await unitOfWork.InTransactionAsync(token => acts.MakeAsync("customers.scan-duplicates", now => AdvanceAsync(id, now, token), token), cancellationToken).ConfigureAwait(false);
            if (!next.TryGetValue(out state))
            {
                return next;
            }

            progress?.Report(state);
        }

        return state;
    }

    /// <summary>Lists pairs, newest first; for staff.</summary>
    /// <param name="status">Of one status; the open ones by default, null for all.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; none when the actor may not read all customers.</returns>
    public async Task<Page<DuplicatePairSummary>> ListAsync(
        DuplicatePairStatus? status = DuplicatePairStatus.Open, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await store.ListAsync(status, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Says that the two of a pair are not the same, for good.</summary>
    /// <param name="id">The pair.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The pair, or <c>ActNotAllowed</c>, <c>DuplicatePairNotFound</c>, <c>VersionConflict</c>, <c>DuplicatePairDecided</c>. The caller saves.</returns>
    public Task<CrmResult<DuplicatePair>> DismissAsync(DuplicatePairId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, p => p.CanDismiss(), (p, now) => p.Dismiss(acts.Gate.Actor.Id, now), cancellationToken);

    /// <summary>Puts a dismissed pair in question again.</summary>
    /// <param name="id">The pair.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The pair, or <c>ActNotAllowed</c>, <c>DuplicatePairNotFound</c>, <c>VersionConflict</c>, <c>DuplicatePairOpen</c>. The caller saves.</returns>
    public Task<CrmResult<DuplicatePair>> ReopenAsync(DuplicatePairId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(id, expectedVersion, p => p.CanReopen(), (p, now) => p.Reopen(now), cancellationToken);

    private Task<CrmResult<DuplicatePair>> ChangeAsync(
        DuplicatePairId id, long? expectedVersion, Func<DuplicatePair, CrmRuling> may, Action<DuplicatePair, Instant> change, CancellationToken cancellationToken) => acts.ChangeAsync(
        "customers.review-duplicates", store.FindPairAsync(id, cancellationToken), e => e.DuplicatePairNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private async Task<CrmResult<DuplicateScanProgress>> BeginAsync(Instant now, CancellationToken cancellationToken)
    {
        var scan = await store.FindUnfinishedScanAsync(cancellationToken).ConfigureAwait(false);
        if (scan is null)
        {
            scan = new DuplicateScan(DuplicateScanId.New(now), now);
            store.Add(scan);
        }

        return await SavedAsync(scan, cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<DuplicateScanProgress>> AdvanceAsync(DuplicateScanId id, Instant now, CancellationToken cancellationToken)
    {
        var scan = (await store.FindScanAsync(id, cancellationToken).ConfigureAwait(false))!;
        if (scan.FinishedAt is not null)
        {
            return Progress(scan);
        }

        var batch = await store.NextAsync(scan.Checkpoint, BatchSize, options.Rules.MaxBlock, cancellationToken).ConfigureAwait(false);
        if (batch.Ids.Count == 0)
        {
            scan.Finish(now);
            return await SavedAsync(scan, cancellationToken).ConfigureAwait(false);
        }

        var known = await store.KnownAsync(batch.Pairs, cancellationToken).ConfigureAwait(false);
        var profiles = batch.Customers.ToDictionary(c => c.Key, c => MatchProfile.Of(c.Value));
        var found = new List<DuplicatePair>();
        foreach (var (first, second) in batch.Pairs.Where(p => !known.Contains(p)))
        {
            if (profiles[first].Kind == profiles[second].Kind && Match(profiles[first], profiles[second]) is { } match)
            {
                found.Add(new DuplicatePair(DuplicatePairId.New(now), first, second, match.Score, match.Tier, match.Reasons, now));
            }
        }

        store.Add(found);
        scan.Advance(batch.Ids[^1], batch.Ids.Count, batch.Pairs.Count, found.Count, now);
        return await SavedAsync(scan, cancellationToken).ConfigureAwait(false);
    }

    private DuplicateMatch? Match(MatchProfile one, MatchProfile other)
    {
        var (left, right) = MatchProfile.Aligned(one, other);
        return matcher.Compare(left, [right]).FirstOrDefault();
    }

    private async Task<CrmResult<DuplicateScanProgress>> SavedAsync(DuplicateScan scan, CancellationToken cancellationToken)
    {
        var saved = await unitOfWork.SaveAsync(cancellationToken).ConfigureAwait(false);
        return saved.Succeeded ? Progress(scan) : CrmResult<DuplicateScanProgress>.Failed(saved.Errors);
    }

    private static DuplicateScanProgress Progress(DuplicateScan scan) => new(scan.Id, scan.Customers, scan.Comparisons, scan.Pairs, scan.BegunAt, scan.FinishedAt);
}
