using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Reads lists of opportunities without tracking.</summary>
public interface IOpportunityQueries
{
    /// <summary>Lists opportunities, newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; its key is when an opportunity was opened.</returns>
    Task<Page<OpportunitySummary>> ListAsync(OpportunityCriteria criteria, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Lists the opportunities in a stage, those that came last first.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page; its key is when an opportunity entered the stage.</returns>
    Task<Page<OpportunitySummary>> StageAsync(PipelineId pipelineId, string stage, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts and sums the open opportunities of a pipeline by stage and currency.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The totals.</returns>
    Task<IReadOnlyList<StageTotal>> TotalsAsync(PipelineId pipelineId, CancellationToken cancellationToken);

    /// <summary>Lists the opportunities that entered a stage before an instant and are in it, the oldest first.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="before">The instant.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The opportunities.</returns>
    Task<IReadOnlyList<OpportunitySummary>> OlderAsync(PipelineId pipelineId, string stage, Instant before, int take, CancellationToken cancellationToken);
}
