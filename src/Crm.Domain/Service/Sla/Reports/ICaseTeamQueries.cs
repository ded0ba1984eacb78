using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Says which team had a case: the queue in which its work was. Finds nothing of another tenant.</summary>
public interface ICaseTeamQueries
{
    /// <summary>Reads the teams of cases as they were at an instant.</summary>
    /// <param name="cases">The cases.</param>
    /// <param name="asOf">The instant; what was handed on later does not count.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Names of the queues in which their work was last; cases that were in none are missing.</returns>
    Task<IReadOnlyDictionary<ServiceCaseId, string>> FindAsync(IReadOnlyCollection<ServiceCaseId> cases, Instant asOf, CancellationToken cancellationToken);
}
