using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Reads lists of leads without tracking.</summary>
public interface ILeadQueries
{
    /// <summary>Lists leads, newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<LeadSummary>> ListAsync(LeadCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The leads that wait in a queue for an owner, those that came first first; neither disqualified nor converted ones.</summary>
    /// <param name="id">The queue.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<LeadId>> WaitingAsync(LeadQueueId id, int take, CancellationToken cancellationToken);
}
