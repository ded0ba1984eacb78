using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Insights;

/// <summary>Reads figures on customers and the runs behind them, without tracking.</summary>
public interface IInsightQueries
{
    /// <summary>The figures on a customer, with the run that explains them.</summary>
    /// <param name="customerId">The customer, living or merged into another.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures; null when there are none.</returns>
    Task<ExplainedInsight?> FindAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>Lists figures.</summary>
    /// <param name="criteria">Which, in which order.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<InsightPage> ListAsync(InsightCriteria criteria, CancellationToken cancellationToken);

    /// <summary>Lists runs, newest first.</summary>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<InsightRunSummary>> RunsAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Finds a run.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The run; null when there is none.</returns>
    Task<InsightRunSummary?> FindRunAsync(InsightRunId id, CancellationToken cancellationToken);
}
