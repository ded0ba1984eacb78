using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Sums what happened in pipelines, in the database.</summary>
public interface IPipelineReportQueries
{
    /// <summary>Counts the opportunities of a pipeline by the furthest stage that they reached.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="openedWithin">Only those that were opened in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<IReadOnlyList<FurthestCount>> FurthestAsync(PipelineId pipelineId, Interval? openedWithin, CancellationToken cancellationToken);

    /// <summary>Counts the stays in open stages of a pipeline by where they led.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="enteredWithin">Only stays that began in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts.</returns>
    Task<IReadOnlyList<StagePassage>> PassagesAsync(PipelineId pipelineId, Interval? enteredWithin, CancellationToken cancellationToken);

    /// <summary>Sums the closed opportunities of a pipeline by outcome and currency.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="closedWithin">Only those that closed in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The totals.</returns>
    Task<IReadOnlyList<ClosedTotal>> ClosedAsync(PipelineId pipelineId, Interval? closedWithin, CancellationToken cancellationToken);
}
