using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>Reads segments and their members, without tracking.</summary>
public interface ISegmentQueries
{
    /// <summary>Lists segments, by key.</summary>
    /// <param name="includeArchived">Whether those out of use are listed too.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The segments.</returns>
    Task<IReadOnlyList<SegmentSummary>> ListAsync(bool includeArchived, CancellationToken cancellationToken);

    /// <summary>Finds a segment.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The segment, or null.</returns>
    Task<SegmentDetails?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists the customers that are in a segment, by id.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="page">Which page; of its key, the id alone counts.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<SegmentMember>> MembersAsync(string key, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists the stays of a customer, the newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<SegmentStay>> HistoryAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists the refreshes of a segment, the newest first.</summary>
    /// <param name="key">The segment.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<SegmentRunSummary>> RunsAsync(string key, PageRequest page, CancellationToken cancellationToken);
}
