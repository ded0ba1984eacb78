using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Opens opportunities and takes them through the stages of their pipelines until they are won or lost.</summary>
/// <remarks>Scoped service, for staff. No act saves; the host saves once.</remarks>
[FrontDoor]
public sealed class SalesPipeline(
    IOpportunityStore opportunities,
    IPipelineStore pipelines,
    ICustomerQueries customers,
    OpportunityFieldCatalogue fields,
    LossReasonCatalog reasons,
    BaseAmounts amounts,
    TerritoryPlacement territories,
    CrmActs acts)
{
    /// <summary>Opens an opportunity. Where a territory takes it, it comes into that territory at once.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>NotAPerson</c>, <c>PipelineNotFound</c>, <c>PipelineArchived</c>,
    /// <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageClosesOpportunity</c>, <c>StageFieldsMissing</c>, <c>StageConditionNotMet</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> OpenAsync(OpportunityDetails details, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(details);
        return acts.MakeAsync<Opportunity>(
            "sales.open-opportunity",
            async now =>
            {
                if (await customers.IdentifyAsync(details.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(details.CustomerId.ToString());
                }

                var pipeline = details.PipelineId is { } named
                    ? await pipelines.FindAsync(named, cancellationToken).ConfigureAwait(false)
                    : await pipelines.FindDefaultAsync(cancellationToken).ConfigureAwait(false);
                if (pipeline is null)
                {
                    return acts.Errors.PipelineNotFound(details.PipelineId?.ToString() ?? "default");
                }

                var people = new List<BuyingContact>();
                foreach (var contact in details.Contacts)
                {
                    var person = await customers.IdentifyAsync(contact.PersonId, cancellationToken).ConfigureAwait(false);
                    if (person?.Kind != CustomerKind.Person)
                    {
                        return person is null ? acts.Errors.CustomerNotFound(contact.PersonId.ToString()) : acts.Errors.NotAPerson(contact.PersonId.ToString());
                    }

                    people.Add(contact with { PersonId = person.Id });
                }

                var actor = acts.Gate.Actor;
                var opened = new Opportunity(
                    OpportunityId.New(now),
                    details with { CustomerId = customer.Id, Contacts = people, OwnerId = details.OwnerId ?? (actor.Kind == ActorKind.Agent ? actor.Id : null) },
                    pipeline,
                    now);
                fields.Admits(pipeline.Find(opened.Stage), opened, now, acts.Errors).Demand();
                opportunities.Add(opened);
                if (await territories.FindAsync(opened, details.TerritoryId, now, cancellationToken).ConfigureAwait(false) is { } territory)
                {
                    opened.EnterTerritory(territory, changesOwner: false, now);
                }

                return opened;
            },
            cancellationToken);
    }

    /// <summary>Moves an opportunity to another open stage of its pipeline. Its probability follows the stage, unless it was set by hand.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>StageNotInPipeline</c>,
    /// <c>StageRetired</c>, <c>StageClosesOpportunity</c>, <c>OpportunityInStage</c>, <c>StageFieldsMissing</c>, <c>StageConditionNotMet</c>.</returns>
    public Task<CrmResult<Opportunity>> MoveAsync(OpportunityId id, string stage, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return InPipelineAsync(
            "sales.move-opportunity", id, null, expectedVersion, (o, p) => o.CanMoveTo(p, stage).Then(Admits(p, stage, o)), (o, p, now) => o.MoveTo(p, stage, now), cancellationToken);
    }

    /// <summary>Takes an opportunity over to another pipeline.</summary>
    /// <inheritdoc cref="MoveAsync" path="/param" />
    /// <param name="pipelineId">The other pipeline.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>PipelineNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>,
    /// <c>OpportunityInPipeline</c>, <c>PipelineArchived</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageClosesOpportunity</c>, <c>StageFieldsMissing</c>, <c>StageConditionNotMet</c>.</returns>
    public Task<CrmResult<Opportunity>> TransferAsync(
        OpportunityId id, PipelineId pipelineId, string? stage = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        InPipelineAsync(
            "sales.transfer-opportunity",
            id,
            pipelineId,
            expectedVersion,
            (o, p) => o.CanTransfer(p, stage).Then(Admits(p, stage ?? p.First(StageCategory.Open).Key, o)),
            (o, p, now) => o.Transfer(p, stage, now),
            cancellationToken);

    /// <summary>Wins an opportunity.</summary>
    /// <inheritdoc cref="MoveAsync" path="/param" />
    /// <param name="stage">Key of a won stage; null for the first.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>StageNotInPipeline</c>,
    /// <c>StageRetired</c>, <c>StageOfAnotherCategory</c>, <c>StageFieldsMissing</c>, <c>StageConditionNotMet</c>, <c>ExchangeRateMissing</c>.</returns>
    public Task<CrmResult<Opportunity>> WinAsync(OpportunityId id, string? stage = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        CloseAsync(
            "sales.win-opportunity",
            id,
            expectedVersion,
            (o, p) => o.CanWin(p, stage).Then(Admits(p, stage ?? p.First(StageCategory.Won).Key, o)),
            (o, p, frozen, now) => o.Win(p, stage, frozen, now, amounts.Zone),
            cancellationToken);

    /// <summary>Loses an opportunity.</summary>
    /// <inheritdoc cref="MoveAsync" path="/param" />
    /// <param name="reason">Key of the reason; see <see cref="LossReasonCatalog"/>.</param>
    /// <param name="text">Why, in words; needed with the reason <c>other</c>.</param>
    /// <param name="stage">Key of a lost stage; null for the first.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityClosed</c>, <c>LossReasonUnknown</c>, <c>LossTextMissing</c>,
    /// <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageOfAnotherCategory</c>, <c>StageFieldsMissing</c>, <c>StageConditionNotMet</c>, <c>ExchangeRateMissing</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Opportunity>> LoseAsync(
        OpportunityId id, string reason, string? text = null, string? stage = null, long? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var isKnown = reasons.TryGet(reason, out var why);
        return CloseAsync(
            "sales.lose-opportunity",
            id,
            expectedVersion,
            (o, p) => isKnown ? o.CanLose(p, why!, text, stage).Then(Admits(p, stage ?? p.First(StageCategory.Lost).Key, o)) : CrmRuling.Refused(e => e.LossReasonUnknown(reason)),
            (o, p, frozen, now) => o.Lose(p, why!, text, stage, frozen, now, amounts.Zone),
            cancellationToken);
    }

    /// <summary>Reopens a closed opportunity and takes back all that closing did.</summary>
    /// <inheritdoc cref="MoveAsync" path="/param" />
    /// <param name="stage">Key of an open stage; null for the one that it was in before it closed.</param>
    /// <returns>The opportunity, or <c>ActNotAllowed</c>, <c>OpportunityNotFound</c>, <c>VersionConflict</c>, <c>OpportunityNotClosed</c>, <c>StageNotInPipeline</c>,
    /// <c>StageRetired</c>, <c>StageClosesOpportunity</c>.</returns>
    public Task<CrmResult<Opportunity>> ReopenAsync(OpportunityId id, string? stage = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        InPipelineAsync("sales.reopen-opportunity", id, null, expectedVersion, (o, p) => o.CanReopen(p, stage), (o, p, now) => o.Reopen(p, stage, now), cancellationToken);

    /// <summary>Finds an opportunity.</summary>
    /// <param name="id">The opportunity.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The opportunity; null when there is none or the actor is not of the staff.</returns>
    public async Task<Opportunity?> FindAsync(OpportunityId id, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;

    private CrmRuling Admits(Pipeline pipeline, string stage, Opportunity opportunity) => fields.Admits(pipeline.Find(stage), opportunity, acts.Now, acts.Errors);

    private async Task<CrmResult<Opportunity>> InPipelineAsync(
        string act,
        OpportunityId id,
        PipelineId? other,
        long? expectedVersion,
        Func<Opportunity, Pipeline, CrmRuling> may,
        Action<Opportunity, Pipeline, Instant> change,
        CancellationToken cancellationToken)
    {
        var found = await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var pipeline = found is null ? null : await pipelines.FindAsync(other ?? found.PipelineId, cancellationToken).ConfigureAwait(false);
        return await acts.ChangeAsync(
            act,
            Task.FromResult(found),
            e => e.OpportunityNotFound(id.ToString()),
            expectedVersion,
            o => pipeline is null ? CrmRuling.Refused(e => e.PipelineNotFound((other ?? o.PipelineId).ToString())) : may(o, pipeline),
            (o, now) => change(o, pipeline!, now),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<CrmResult<Opportunity>> CloseAsync(
        string act,
        OpportunityId id,
        long? expectedVersion,
        Func<Opportunity, Pipeline, CrmRuling> may,
        Action<Opportunity, Pipeline, Money?, Instant> change,
        CancellationToken cancellationToken)
    {
        var amount = acts.Gate.Actor.IsStaff ? (await opportunities.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Amount : null;
        var frozen = await amounts.FreezeAsync(amount, acts.Now, cancellationToken).ConfigureAwait(false);
        return await InPipelineAsync(
            act, id, null, expectedVersion, (o, p) => may(o, p).Then(frozen.Ruling), (o, p, now) => change(o, p, frozen.Amount, now), cancellationToken).ConfigureAwait(false);
    }
}
