using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Sums the log of opportunities as of an instant, in the database.</summary>
public interface IForecastQueries
{
    /// <summary>Sums what deals were worth at an instant by month, currency, owner, state and category.</summary>
    /// <param name="asOf">The instant; changes at that very instant count.</param>
    /// <param name="pipelineId">Only deals that were in a pipeline; null for all.</param>
    /// <param name="ownerId">Only deals that somebody answered for; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The sums.</returns>
    Task<IReadOnlyList<ForecastTotal>> TotalsAsync(Instant asOf, PipelineId? pipelineId, string? ownerId, CancellationToken cancellationToken);

    /// <summary>Counts the deals by the furthest stage that they had reached at an instant.</summary>
    /// <param name="asOf">The instant; changes at that very instant count.</param>
    /// <param name="pipelineId">Only deals that were in a pipeline; null for all.</param>
    /// <param name="ownerId">Only deals that somebody answered for; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The counts, by the pipeline that a deal was in.</returns>
    Task<ILookup<PipelineId, FurthestCount>> FurthestAsync(Instant asOf, PipelineId? pipelineId, string? ownerId, CancellationToken cancellationToken);
}
