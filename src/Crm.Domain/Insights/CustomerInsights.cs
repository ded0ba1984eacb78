using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Insights;

/// <summary>What purchases say of customers, for staff: figures, lists, and the runs that explain them.</summary>
/// <remarks>Scoped service. It writes nothing: figures are made by a refresh, see <c>Crm.Analytics.Insights.InsightRefresh</c>.</remarks>
[FrontDoor]
public sealed class CustomerInsights(IInsightQueries insights, CrmActs acts)
{
    /// <summary>The figures on a customer, with model, parameters and data window.</summary>
    /// <param name="id">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures; null when there are none or the actor may not read them.</returns>
    public async Task<ExplainedInsight?> FindAsync(CustomerId id, CancellationToken cancellationToken = default)
    {
        var found = acts.Gate.Readable.Everything ? await insights.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        if (found is not null)
        {
            await acts.NoteReadAsync(found.Figures.CustomerId.ToSubject(), "insights.find", cancellationToken).ConfigureAwait(false);
        }

        return found;
    }

    /// <summary>Lists figures by churn probability, by lifetime value, or the longest overdue first.</summary>
    /// <param name="criteria">Which; the most likely to have left first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor may not read it.</returns>
    public async Task<InsightPage> ListAsync(InsightCriteria? criteria = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await insights.ListAsync(criteria ?? new(), cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Lists the refreshes, newest first.</summary>
    /// <param name="page">Which page; the first when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page; empty when the actor may not read it.</returns>
    public async Task<Page<InsightRunSummary>> RunsAsync(PageRequest? page = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await insights.RunsAsync(page ?? PageRequest.First, cancellationToken).ConfigureAwait(false) : new([], null);

    /// <summary>Finds a refresh.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The run; null when there is none or the actor may not read it.</returns>
    public async Task<InsightRunSummary?> FindRunAsync(InsightRunId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Readable.Everything ? await insights.FindRunAsync(id, cancellationToken).ConfigureAwait(false) : null;
}
