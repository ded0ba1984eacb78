using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Reads lists of cases without tracking.</summary>
public interface IServiceCaseQueries
{
    /// <summary>Lists cases, newest first.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CaseSummary>> ListAsync(CaseCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists cases in any order.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="order">In which order.</param>
    /// <param name="take">How many; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="after">Continue after this row of the same list; null for the start.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<CasePage> ListAsync(CaseCriteria criteria, CrmReach reach, CaseOrder order, int take, CasePageKey? after, CancellationToken cancellationToken);

    /// <summary>Counts cases by status, category and priority, in one query.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="reach">The records the caller may read.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<CaseCounts> CountAsync(CaseCriteria criteria, CrmReach reach, CancellationToken cancellationToken);
}
