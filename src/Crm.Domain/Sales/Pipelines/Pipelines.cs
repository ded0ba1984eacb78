using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Makes pipelines and says what holds in their stages.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class Pipelines(IPipelineStore pipelines, OpportunityFieldCatalogue fields, CrmActs acts)
{
    /// <summary>Makes a pipeline. The first one is the default.</summary>
    /// <param name="definition">Its name and stages; <see cref="PipelineDefinition.Standard"/> to begin with.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNameTaken</c>, <c>InvalidValue</c>, or what is wrong with a condition.</returns>
    public Task<CrmResult<Pipeline>> CreateAsync(PipelineDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return acts.MakeAsync<Pipeline>(
            "sales.create-pipeline",
            async now =>
            {
                if (definition.Stages.SelectMany(s => Problems(s.Settings, now)).ToList() is { Count: > 0 } wrong)
                {
                    return CrmResult<Pipeline>.Failed(wrong);
                }

                var made = new Pipeline(PipelineId.New(now), definition, now);
                if (await pipelines.FindByNameAsync(made.Name, cancellationToken).ConfigureAwait(false) is not null)
                {
                    return acts.Errors.PipelineNameTaken(made.Name);
                }

                if (await pipelines.FindDefaultAsync(cancellationToken).ConfigureAwait(false) is null)
                {
                    made.BecomeDefault(now);
                }

                pipelines.Add(made);
                return made;
            },
            cancellationToken);
    }

    /// <summary>Changes the name of a pipeline.</summary>
    /// <param name="id">The pipeline.</param>
    /// <param name="name">The new name.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>PipelineNameTaken</c>, <c>InvalidValue</c>.</returns>
    public async Task<CrmResult<Pipeline>> RenameAsync(PipelineId id, string name, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var other = acts.Gate.Actor.IsStaff ? await pipelines.FindByNameAsync(name.Trim(), cancellationToken).ConfigureAwait(false) : null;
        return await ChangeAsync(
            "sales.rename-pipeline",
            id,
            expectedVersion,
            _ => other is not null && other.Id != id ? CrmRuling.Refused(e => e.PipelineNameTaken(other.Name)) : CrmRuling.Permitted,
            (p, now) => p.Rename(name, now),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes a pipeline the one for opportunities that name none, in place of the one that was.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>PipelineArchived</c>.</returns>
    public async Task<CrmResult<Pipeline>> MakeDefaultAsync(PipelineId id, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        var former = await pipelines.FindDefaultAsync(cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "sales.make-default-pipeline",
            id,
            expectedVersion,
            p => p.CanBecomeDefault(),
            (p, now) =>
            {
                if (former is not null && former.Id != id)
                {
                    former.CeaseDefault(now);
                }

                p.BecomeDefault(now);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Archives a pipeline: no opportunity is opened in it any more; those in it go on.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>PipelineArchived</c>, <c>PipelineIsDefault</c>.</returns>
    public Task<CrmResult<Pipeline>> ArchiveAsync(PipelineId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.archive-pipeline", id, expectedVersion, p => p.CanArchive(), (p, now) => p.Archive(now), cancellationToken);

    /// <summary>Takes an archived pipeline up again.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>PipelineNotArchived</c>.</returns>
    public Task<CrmResult<Pipeline>> RestoreAsync(PipelineId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.restore-pipeline", id, expectedVersion, p => p.CanRestore(), (p, now) => p.Restore(now), cancellationToken);

    /// <summary>Adds a stage.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <param name="stage">The stage.</param>
    /// <param name="position">Its place, from 1; null for the last.</param>
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageAlreadyPresent</c>, <c>PipelineFull</c>,
    /// <c>InvalidValue</c>, or what is wrong with the condition.</returns>
    public Task<CrmResult<Pipeline>> AddStageAsync(
        PipelineId id, StageDefinition stage, int? position = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return ChangeAsync(
            "sales.add-stage", id, expectedVersion, p => Ruling(stage.Settings).Then(p.CanAddStage(stage.Key)), (p, now) => p.AddStage(stage, position, now), cancellationToken);
    }

    /// <summary>Changes name and rules of a stage. Opportunities in it keep the probability that they got with it.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <param name="stage">Key of the stage.</param>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What holds in it.</param>
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageNotInPipeline</c>, <c>InvalidValue</c>,
    /// or what is wrong with the condition.</returns>
    public Task<CrmResult<Pipeline>> ChangeStageAsync(
        PipelineId id, string stage, string name, StageSettings settings, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return ChangeAsync(
            "sales.change-stage", id, expectedVersion, p => Ruling(settings).Then(p.CanChangeStage(stage)), (p, now) => p.ChangeStage(stage, name, settings, now), cancellationToken);
    }

    /// <summary>Puts the stages in an order.</summary>
    /// <inheritdoc cref="RenameAsync" path="/param[@name!='name']" />
    /// <param name="stages">Keys of all stages, in the new order.</param>
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageOrderIncomplete</c>.</returns>
    public Task<CrmResult<Pipeline>> ReorderAsync(PipelineId id, IReadOnlyList<string> stages, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.reorder-stages", id, expectedVersion, p => p.CanReorder(stages), (p, now) => p.Reorder(stages, now), cancellationToken);

    /// <summary>Retires a stage: no opportunity enters it any more; those in it stay until they are moved.</summary>
    /// <inheritdoc cref="ChangeStageAsync" path="/param[@name!='name' and @name!='settings']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageIsLastOfCategory</c>.</returns>
    public Task<CrmResult<Pipeline>> RetireStageAsync(PipelineId id, string stage, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.retire-stage", id, expectedVersion, p => p.CanRetireStage(stage), (p, now) => p.RetireStage(stage, now), cancellationToken);

    /// <summary>Takes a retired stage up again.</summary>
    /// <inheritdoc cref="ChangeStageAsync" path="/param[@name!='name' and @name!='settings']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageNotInPipeline</c>, <c>StageNotRetired</c>.</returns>
    public Task<CrmResult<Pipeline>> RestoreStageAsync(PipelineId id, string stage, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("sales.restore-stage", id, expectedVersion, p => p.CanRestoreStage(stage), (p, now) => p.RestoreStage(stage, now), cancellationToken);

    /// <summary>Removes a stage in which no opportunity ever was. Others are retired.</summary>
    /// <inheritdoc cref="ChangeStageAsync" path="/param[@name!='name' and @name!='settings']" />
    /// <returns>The pipeline, or <c>ActNotAllowed</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>StageNotInPipeline</c>, <c>StageInUse</c>, <c>StageIsLastOfCategory</c>.</returns>
    public async Task<CrmResult<Pipeline>> RemoveStageAsync(PipelineId id, string stage, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stage);
        var isUsed = await pipelines.IsUsedAsync(id, stage, cancellationToken).ConfigureAwait(false);
        return await ChangeAsync(
            "sales.remove-stage", id, expectedVersion, p => p.CanRemoveStage(stage, isUsed), (p, now) => p.RemoveStage(stage, isUsed, now), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds a pipeline.</summary>
    /// <param name="id">The pipeline.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The pipeline; null when there is none or the actor is not of the staff.</returns>
    public async Task<Pipeline?> FindAsync(PipelineId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await pipelines.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Finds a pipeline by its name, or the default.</summary>
    /// <param name="name">The name; null for the default.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The pipeline; null when there is none or the actor is not of the staff.</returns>
    public async Task<Pipeline?> FindAsync(string? name, CancellationToken cancellationToken = default) => !acts.Gate.Actor.IsStaff ? null
        : name is null ? await pipelines.FindDefaultAsync(cancellationToken).ConfigureAwait(false)
        : await pipelines.FindByNameAsync(name, cancellationToken).ConfigureAwait(false);

    /// <summary>Lists all pipelines with their stages, by name.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The pipelines, to read; none when the actor is not of the staff.</returns>
    public async Task<IReadOnlyList<Pipeline>> ListAsync(CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await pipelines.ListAsync(cancellationToken).ConfigureAwait(false) : [];

    private CrmRuling Ruling(StageSettings settings) => Problems(settings, acts.Now) is [var first, ..] ? CrmRuling.Refused(_ => first) : CrmRuling.Permitted;

    private IReadOnlyList<CrmError> Problems(StageSettings settings, Instant now) =>
        settings.Condition is { } condition ? fields.Compile(condition, now, acts.Errors).Errors : [];

    private Task<CrmResult<Pipeline>> ChangeAsync(
        string act, PipelineId id, long? expectedVersion, Func<Pipeline, CrmRuling> may, Action<Pipeline, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, pipelines.FindAsync(id, cancellationToken), e => e.PipelineNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);
}
