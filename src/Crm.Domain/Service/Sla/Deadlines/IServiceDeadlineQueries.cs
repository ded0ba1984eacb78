using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Reads lists of deadlines without tracking. Finds nothing of another tenant.</summary>
public interface IServiceDeadlineQueries
{
    /// <summary>Lists open deadlines whose clocks run, the earliest first.</summary>
    /// <param name="criteria">Which deadlines.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<DeadlineSummary>> ListAsync(DeadlineCriteria criteria, Instant now, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads the stored deadlines of a case, in the order in which their clocks began.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The deadlines, untracked.</returns>
    Task<IReadOnlyList<ServiceDeadline>> OfCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken);

    /// <summary>Reads what was raised for a case, in the order in which it was.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Target, number of its kind, and what was raised.</returns>
    Task<IReadOnlyList<(SlaTarget Target, int Ordinal, RaisedLevel Raised)>> RaisedAsync(ServiceCaseId caseId, CancellationToken cancellationToken);
}
