using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Opportunity
{
    private readonly List<OpportunityStageVisit> _visits = [];

    /// <summary>The pipeline.</summary>
    public PipelineId PipelineId { get; private set; }

    /// <summary>Key of the stage in the pipeline.</summary>
    public string Stage { get; private set; }

    /// <summary>Open, won or lost.</summary>
    public StageCategory Category { get; private set; }

    /// <summary>When it entered the stage.</summary>
    public Instant StageSince { get; private set; }

    /// <summary>
    /// Key of the furthest open stage that it reached in its pipeline, by the order of stages when it moved. Neither going back, nor closing,
    /// nor reopening changes it: a lost opportunity died there at the earliest.
    /// </summary>
    public string FurthestStage { get; private set; }

    /// <summary>Every stay in a stage, in order.</summary>
    public IReadOnlyList<OpportunityStageVisit> Visits => [.. _visits.OrderBy(v => v.Ordinal)];

    /// <summary>Whether an opportunity can be opened in a stage, required fields aside.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <returns>The ruling; refused with <c>PipelineArchived</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageClosesOpportunity</c>.</returns>
    public static CrmRuling CanOpen(Pipeline pipeline, string stage)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return pipeline.IsArchived ? CrmRuling.Refused(e => e.PipelineArchived(pipeline.Name)) : CanEnterOpen(pipeline, stage);
    }

    /// <summary>Whether it can be moved to another open stage of its pipeline.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>, <c>StageOfAnotherPipeline</c>, <c>StageNotInPipeline</c>, <c>StageRetired</c>,
    /// <c>StageClosesOpportunity</c>, <c>OpportunityInStage</c>, <c>StageFieldsMissing</c>.</returns>
    public CrmRuling CanMoveTo(Pipeline pipeline, string stage)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return WhileOpen().Then(OwnPipeline(pipeline)) is { IsPermitted: false } refused ? refused
            : CanEnterOpen(pipeline, stage) is { IsPermitted: false } closed ? closed
            : stage == Stage ? CrmRuling.Refused(e => e.OpportunityInStage(Name, pipeline.Find(stage)!.Name))
            : MeetsFields(pipeline, stage);
    }

    /// <summary>Moves it to another open stage. Its probability follows the stage, unless it was set by hand.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="stage">Key of the stage.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed or in the stage, or the stage is not one of its pipeline, retired, not open, or misses fields.</exception>
    public void MoveTo(Pipeline pipeline, string stage, Instant now)
    {
        CanMoveTo(pipeline, stage).Demand();
        GoTo(pipeline, stage, now);
        Note(now);
    }

    /// <summary>Whether it can go over to another pipeline.</summary>
    /// <param name="pipeline">The other pipeline.</param>
    /// <param name="stage">Key of the stage there; null for the first open one.</param>
    /// <returns>The ruling; refused with <c>OpportunityClosed</c>, <c>OpportunityInPipeline</c>, <c>PipelineArchived</c>, <c>StageNotInPipeline</c>,
    /// <c>StageRetired</c>, <c>StageClosesOpportunity</c>, <c>StageFieldsMissing</c>.</returns>
    public CrmRuling CanTransfer(Pipeline pipeline, string? stage = null)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        var key = stage ?? pipeline.First(StageCategory.Open).Key;
        return WhileOpen() is { IsPermitted: false } refused ? refused
            : pipeline.Id == PipelineId ? CrmRuling.Refused(e => e.OpportunityInPipeline(Name, pipeline.Name))
            : CanOpen(pipeline, key) is { IsPermitted: false } closed ? closed
            : MeetsFields(pipeline, key);
    }

    /// <summary>Goes over to another pipeline. The furthest stage is reckoned anew from there.</summary>
    /// <param name="pipeline">The other pipeline.</param>
    /// <param name="stage">Key of the stage there; null for the first open one.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed or in that pipeline, or the stage is not one that it can enter.</exception>
    public void Transfer(Pipeline pipeline, string? stage, Instant now)
    {
        CanTransfer(pipeline, stage).Demand();
        GoTo(pipeline, stage ?? pipeline.First(StageCategory.Open).Key, now);
        Note(now);
    }

    private static CrmRuling CanEnterOpen(Pipeline pipeline, string stage) =>
        pipeline.CanEnter(stage) is { IsPermitted: false } refused ? refused
        : pipeline.Find(stage)!.Category != StageCategory.Open ? CrmRuling.Refused(e => e.StageClosesOpportunity(pipeline.Find(stage)!.Name))
        : CrmRuling.Permitted;

    private CrmRuling OwnPipeline(Pipeline pipeline) =>
        pipeline.Id == PipelineId ? CrmRuling.Permitted : CrmRuling.Refused(e => e.StageOfAnotherPipeline(Name, pipeline.Name));

    private CrmRuling MeetsFields(Pipeline pipeline, string key) => pipeline.Find(key) is { } stage && stage.Required.Where(f => !Has(f)).ToList() is { Count: > 0 } missing
        ? CrmRuling.Refused(e => e.StageFieldsMissing(stage.Name, string.Join(", ", missing.Select(f => e.NameOf(f)))))
        : CrmRuling.Permitted;

    private bool Has(OpportunityField field) => field switch
    {
        OpportunityField.Amount => Amount is not null,
        OpportunityField.CloseDate => CloseDate is not null,
        OpportunityField.Owner => OwnerId is not null,
        OpportunityField.Contact => _contacts.Count > 0,
        OpportunityField.DecisionMaker => _contacts.Exists(c => c.Role == BuyingRole.DecisionMaker),
        OpportunityField.NextStep => NextStep is not null,
        OpportunityField.Competitor => _competitors.Count > 0,
        OpportunityField.Source => Source is not null,
        _ => Description is not null,
    };

    private void GoTo(Pipeline pipeline, string key, Instant now)
    {
        var before = (Pipeline: PipelineId, Stage);
        Enter(pipeline, pipeline.Find(key)!, now);
        Raise(new OpportunityMoved(Id, CustomerId, Name, before.Pipeline, before.Stage, PipelineId, Stage, now));
    }

    private void Enter(Pipeline pipeline, PipelineStage stage, Instant now)
    {
        // A clock that jumps back must not make a stay shorter than nothing.
        var last = _visits.Count == 0 ? null : _visits.MaxBy(v => v.Ordinal);
        var at = last is null ? now : Instant.Max(now, last.EnteredAt);
        last?.Leave(stage.Key, at);
        _visits.Add(new OpportunityStageVisit(_visits.Count + 1, pipeline.Id, stage, at));
        if (stage.Category == StageCategory.Open
            && (pipeline.Id != PipelineId || pipeline.Find(FurthestStage) is not { } furthest || furthest.Position < stage.Position))
        {
            FurthestStage = stage.Key;
        }

        (PipelineId, Stage, Category, StageSince) = (pipeline.Id, stage.Key, stage.Category, at);
        // What was learned of the former stage says nothing of this one.
        (StageProbability, StageForecastCategory, LearnedProbability) = (stage.Probability, stage.ForecastCategory, null);
        Settle();
    }
}
