using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Says how opportunities fare in a pipeline: funnel, flow between stages, velocity.</summary>
/// <remarks>Scoped service, for staff; anybody else gets nothing. Opportunities that went over to another pipeline count where they are; their stays count where they were.</remarks>
[FrontDoor]
public sealed class PipelineReports(IPipelineReportQueries queries, IPipelineStore pipelines, CrmActs acts)
{
    /// <summary>How many opportunities came to which open stage.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="openedWithin">Only those that were opened in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The open stages in their order, retired ones too.</returns>
    public async Task<IReadOnlyList<FunnelStage>> FunnelAsync(PipelineId pipelineId, Interval? openedWithin = null, CancellationToken cancellationToken = default) =>
        await PipelineAsync(pipelineId, cancellationToken).ConfigureAwait(false) is { } pipeline
            ? PipelineMath.Funnel(pipeline, await queries.FurthestAsync(pipelineId, openedWithin, cancellationToken).ConfigureAwait(false))
            : [];

    /// <summary>How long opportunities stay in which open stage, and where they go from there.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="enteredWithin">Only stays that began in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The open stages in their order, retired ones too.</returns>
    public async Task<IReadOnlyList<StageFlow>> FlowAsync(PipelineId pipelineId, Interval? enteredWithin = null, CancellationToken cancellationToken = default) =>
        await PipelineAsync(pipelineId, cancellationToken).ConfigureAwait(false) is { } pipeline
            ? PipelineMath.Flow(pipeline, await queries.PassagesAsync(pipelineId, enteredWithin, cancellationToken).ConfigureAwait(false))
            : [];

    /// <summary>How fast opportunities become sales, by currency.</summary>
    /// <param name="pipelineId">The pipeline.</param>
    /// <param name="closedWithin">Only those that closed in this time; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The figures, by currency; empty where nothing closed.</returns>
    public async Task<IReadOnlyList<SalesVelocity>> VelocityAsync(PipelineId pipelineId, Interval? closedWithin = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? PipelineMath.Velocity(await queries.ClosedAsync(pipelineId, closedWithin, cancellationToken).ConfigureAwait(false)) : [];

    private async Task<Pipeline?> PipelineAsync(PipelineId id, CancellationToken cancellationToken) =>
        acts.Gate.Actor.IsStaff ? await pipelines.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
}
