using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>
/// Lets customers into dynamic segments and out of them. Ordinarily it asks of those alone whose answer can have changed: customers of
/// whom something was written since, and those for whom a time passed the boundary of a window. The members are the same as if every
/// customer had been asked.
/// </summary>
/// <remarks>
/// Scoped service, for staff. Unlike other front doors it saves, in one transaction: a refresh that breaks off leaves everything as it
/// was. Several processes may refresh at once; they take turns.
/// </remarks>
[FrontDoor]
public sealed class SegmentRefresh(ISegmentRefreshStore store, ISegmentStore segments, ICrmUnitOfWork unitOfWork, CrmActs acts)
{
    /// <summary>From so many touched customers on every customer is asked, which is cheaper then.</summary>
    public const int MostTouched = 20_000;

    private const string Act = "marketing.refresh-segments";

    /// <summary>Brings all dynamic segments up to date, asking of those alone who may have changed.</summary>
    /// <param name="cancellationToken">Cancels the refresh; nothing is written then.</param>
    /// <returns>What it did; or <c>ActNotAllowed</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<SegmentRefreshResult>> RunAsync(CancellationToken cancellationToken = default) => RunAsync(null, cancellationToken);

    /// <summary>Brings all dynamic segments up to date, asking of every customer.</summary>
    /// <param name="cancellationToken">Cancels the refresh; nothing is written then.</param>
    /// <returns>What it did; or <c>ActNotAllowed</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<SegmentRefreshResult>> RebuildAsync(CancellationToken cancellationToken = default) => RunAsync(_ => true, cancellationToken);

    /// <summary>Brings all dynamic segments up to date, asking of every customer for one of them.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="cancellationToken">Cancels the refresh; nothing is written then.</param>
    /// <returns>What it did; or <c>ActNotAllowed</c>, <c>SegmentNotFound</c>, <c>SegmentIsStatic</c>, <c>SegmentIsArchived</c>, <c>VersionConflict</c>.</returns>
    public Task<CrmResult<SegmentRefreshResult>> RebuildAsync(string key, CancellationToken cancellationToken = default) => acts.MakeAsync<SegmentRefreshResult>(
        Act,
        async _ =>
        {
            var found = await segments.FindAsync(key, cancellationToken).ConfigureAwait(false);
            return found is null ? acts.Errors.SegmentNotFound(key)
                : found.CanRefresh() is { IsPermitted: false } refused ? refused.ToError(acts.Errors)
                : await RunAsync(k => k == key, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    /// <summary>
    /// Notes that something was written of customers that the CRM did not see: statements of the host's own on its tables. The next
    /// refresh asks of them. Whatever is saved through the CRM notes itself.
    /// </summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the note.</param>
    /// <returns>How many; or <c>ActNotAllowed</c>. Written at once, in the open transaction where there is one.</returns>
    public Task<CrmResult<int>> TouchAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken = default) => acts.MakeAsync<int>(
        Act,
        async _ =>
        {
            ArgumentNullException.ThrowIfNull(ids);
            return await unitOfWork.InTransactionAsync<int>(
                async token =>
                {
                    await store.TouchAsync(ids, token).ConfigureAwait(false);
                    return ids.Count;
                },
                cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    // Whoever waited for another process comes with an older clock: the store goes by the later of both.
    private Task<CrmResult<SegmentRefreshResult>> RunAsync(Func<string, bool>? anew, CancellationToken cancellationToken) => acts.MakeAsync(
        Act,
        now => unitOfWork.InTransactionAsync<SegmentRefreshResult>(async token => await store.RefreshAsync(now, MostTouched, anew, token).ConfigureAwait(false), cancellationToken),
        cancellationToken);
}
