using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Reads the logs of cases without tracking. Finds nothing of another tenant.</summary>
public interface ICaseLogQueries
{
    /// <summary>Reads the log of one case.</summary>
    /// <param name="id">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The log; null when there is no such case.</returns>
    Task<CaseLog?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken);

    /// <summary>Reads the logs of many cases, the oldest case first.</summary>
    /// <param name="criteria">Which cases.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CaseLog>> ListAsync(CaseLogCriteria criteria, PageRequest page, CancellationToken cancellationToken);
}
