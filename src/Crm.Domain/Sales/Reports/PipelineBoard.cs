using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Shows pipelines: what stands in which stage, what is rotting, and lists of opportunities.</summary>
/// <remarks>Scoped service, for staff; anybody else sees nothing.</remarks>
[FrontDoor]
public sealed class PipelineBoard(IOpportunityQueries queries, IPipelineStore pipelines, CrmActs acts)
{
    /// <summary>Lists the opportunities in a stage, those that came last first: one column of the board.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<OpportunitySummary>> StageAsync(PipelineId pipelineId, string stage, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return acts.Gate.Actor.IsStaff
            ? await queries.StageAsync(pipelineId, stage, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
            : new Page<OpportunitySummary>([], null);
    }

    /// <summary>Counts and sums the open opportunities of a pipeline by stage and currency: the heads of the columns.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The totals, by the order of stages and by currency.</returns>
    public async Task<IReadOnlyList<StageTotal>> TotalsAsync(PipelineId pipelineId, CancellationToken cancellationToken = default)
    {
        if (!acts.Gate.Actor.IsStaff || await pipelines.FindAsync(pipelineId, cancellationToken).ConfigureAwait(false) is not { } pipeline)
        {
            return [];
        }

        var totals = await queries.TotalsAsync(pipelineId, cancellationToken).ConfigureAwait(false);
        return [.. totals.OrderBy(t => pipeline.Find(t.Stage)?.Position).ThenBy(t => t.Amount?.Currency.Code, StringComparer.Ordinal)];
    }

    /// <summary>Lists the open opportunities that have been in their stage for longer than it allows, the most overdue first.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="take">Most opportunities; 1 to <see cref="PageRequest.MaxTake"/>.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The opportunities.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its bounds.</exception>
    public async Task<IReadOnlyList<RottingOpportunity>> RottingAsync(PipelineId pipelineId, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(take, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        if (!acts.Gate.Actor.IsStaff || await pipelines.FindAsync(pipelineId, cancellationToken).ConfigureAwait(false) is not { } pipeline)
        {
            return [];
        }

        var (now, found) = (acts.Now, new List<RottingOpportunity>());
        foreach (var stage in pipeline.OpenStages)
        {
            if (stage.MaxAge is { } age)
            {
                var older = await queries.OlderAsync(pipelineId, stage.Key, now - age, take, cancellationToken).ConfigureAwait(false);
                found.AddRange(older.Select(o => new RottingOpportunity(o, now - o.StageSince - age)));
            }
        }

        return [.. found.OrderByDescending(r => r.Overdue).ThenBy(r => r.Opportunity.Id).Take(take)];
    }

    /// <summary>Lists opportunities, newest first.</summary>
    /// <param name="criteria">Which.</param>
    /// <param name="page">Which page; the first 50 when null.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    public async Task<Page<OpportunitySummary>> ListAsync(OpportunityCriteria criteria, PageRequest? page = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        return acts.Gate.Actor.IsStaff
            ? await queries.ListAsync(criteria, page ?? PageRequest.First, cancellationToken).ConfigureAwait(false)
            : new Page<OpportunitySummary>([], null);
    }
}
