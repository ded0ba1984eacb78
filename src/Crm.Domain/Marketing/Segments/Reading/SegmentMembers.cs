using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Who is in a segment, who was, and why.</summary>
/// <remarks>Scoped service, for staff; others see nothing.</remarks>
[FrontDoor]
public sealed class SegmentMembers(ISegmentQueries queries, CrmActs acts)
{
    /// <summary>Lists the segments, by key, each with the number of its members.</summary>
    /// <param name="includeArchived">Whether those out of use are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The segments; none for whoever is not staff.</returns>
    public async Task<IReadOnlyList<SegmentSummary>> SegmentsAsync(bool includeArchived = false, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.ListAsync(includeArchived, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Finds a segment with its criteria.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The segment; null where there is none, and for whoever is not staff.</returns>
    public async Task<SegmentDetails?> FindAsync(string key, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.FindAsync(key, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists the customers that are in a segment, by id.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="page">Which page; the first 50 when null. Pages stay whole while members come and go.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; an empty one where there is no such segment, and for whoever is not staff.</returns>
    public async Task<Page<SegmentMember>> ListAsync(string key, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.MembersAsync(key, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Lists the stays of a customer in segments, the newest first: when each began and ended, and why.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; an empty one for whoever is not staff.</returns>
    public async Task<Page<SegmentStay>> HistoryAsync(CustomerId customerId, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.HistoryAsync(customerId, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Lists the refreshes of a segment that changed it, the newest first: at which moment which version of the criteria was asked, and who came and left.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; an empty one for whoever is not staff.</returns>
    public async Task<Page<SegmentRunSummary>> RunsAsync(string key, PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await queries.RunsAsync(key, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);
}
