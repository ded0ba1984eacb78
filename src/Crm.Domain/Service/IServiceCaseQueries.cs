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
}
