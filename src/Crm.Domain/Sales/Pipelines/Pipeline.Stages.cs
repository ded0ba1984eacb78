using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

public sealed partial class Pipeline
{
    /// <summary>Whether a stage can be added.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The ruling; refused with <c>StageAlreadyPresent</c>, <c>PipelineFull</c>.</returns>
    public CrmRuling CanAddStage(string key) => Find(key) is not null ? CrmRuling.Refused(e => e.StageAlreadyPresent(key, Name))
        : _stages.Count >= MaxStages ? CrmRuling.Refused(e => e.PipelineFull(Name, MaxStages))
        : CrmRuling.Permitted;

    /// <summary>Adds a stage.</summary>
    /// <param name="definition">The stage.</param>
    /// <param name="position">Its place, from 1; null for the last.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The key is taken, or there are too many.</exception>
    /// <exception cref="ArgumentException">A text, probability or time is out of its bounds.</exception>
    public void AddStage(StageDefinition definition, int? position, Instant now)
    {
        ArgumentNullException.ThrowIfNull(definition);
        CanAddStage(definition.Key).Demand();
        var place = position ?? _stages.Count + 1;
        ArgumentOutOfRangeException.ThrowIfLessThan(place, 1, nameof(position));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(place, _stages.Count + 1, nameof(position));
        var stage = new PipelineStage(definition, place);
        foreach (var later in _stages.Where(s => s.Position >= place))
        {
            later.Position++;
        }

        _stages.Add(stage);
        Raise(new PipelineStageAdded(Id, stage.Key, stage.Name, stage.Category, now));
    }

    /// <summary>Whether a stage can be changed.</summary>
    /// <param name="key">The stage.</param>
    /// <returns>The ruling; refused with <c>StageNotInPipeline</c>.</returns>
    public CrmRuling CanChangeStage(string key) => Find(key) is null ? CrmRuling.Refused(e => e.StageNotInPipeline(key, Name)) : CrmRuling.Permitted;

    /// <summary>Changes name and rules of a stage. Opportunities that are in it keep the probability they got with it.</summary>
    /// <param name="key">The stage.</param>
    /// <param name="name">Its name.</param>
    /// <param name="settings">What holds in it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such stage.</exception>
    /// <exception cref="ArgumentException">A text, probability or time is out of its bounds.</exception>
    public void ChangeStage(string key, string name, StageSettings settings, Instant now)
    {
        CanChangeStage(key).Demand();
        Find(key)!.Change(name, settings);
        Raise(new PipelineStageChanged(Id, key, name, now));
    }

    /// <summary>Whether stages can be put in an order.</summary>
    /// <param name="keys">All stages.</param>
    /// <returns>The ruling; refused with <c>StageOrderIncomplete</c>.</returns>
    public CrmRuling CanReorder(IReadOnlyList<string> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Count == _stages.Count && keys.ToHashSet(StringComparer.Ordinal).SetEquals(_stages.Select(s => s.Key))
            ? CrmRuling.Permitted
            : CrmRuling.Refused(e => e.StageOrderIncomplete(Name));
    }

    /// <summary>Puts the stages in an order.</summary>
    /// <param name="keys">All stages, in the new order.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">A stage is missing, comes twice, or is not of this pipeline.</exception>
    public void Reorder(IReadOnlyList<string> keys, Instant now)
    {
        CanReorder(keys).Demand();
        for (var place = 0; place < keys.Count; place++)
        {
            Find(keys[place])!.Position = place + 1;
        }

        Raise(new PipelineStagesReordered(Id, [.. keys], now));
    }

    /// <summary>Whether a stage can be retired.</summary>
    /// <param name="key">The stage.</param>
    /// <returns>The ruling; refused with <c>StageNotInPipeline</c>, <c>StageRetired</c>, <c>StageIsLastOfCategory</c>.</returns>
    public CrmRuling CanRetireStage(string key) => CanEnter(key) is { IsPermitted: false } refused ? refused : CanSpare(Find(key)!);

    /// <summary>Retires a stage: no opportunity enters it any more; those in it stay until they are moved.</summary>
    /// <param name="key">The stage.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such stage, it is retired, or no other of its category is left.</exception>
    public void RetireStage(string key, Instant now)
    {
        CanRetireStage(key).Demand();
        Find(key)!.IsRetired = true;
        Raise(new PipelineStageRetirementChanged(Id, key, true, now));
    }

    /// <summary>Whether a stage can be taken up again.</summary>
    /// <param name="key">The stage.</param>
    /// <returns>The ruling; refused with <c>StageNotInPipeline</c>, <c>StageNotRetired</c>.</returns>
    public CrmRuling CanRestoreStage(string key) => Find(key) is not { } stage ? CrmRuling.Refused(e => e.StageNotInPipeline(key, Name))
        : stage.IsRetired ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.StageNotRetired(stage.Name));

    /// <summary>Takes a retired stage up again.</summary>
    /// <param name="key">The stage.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such stage, or it is not retired.</exception>
    public void RestoreStage(string key, Instant now)
    {
        CanRestoreStage(key).Demand();
        Find(key)!.IsRetired = false;
        Raise(new PipelineStageRetirementChanged(Id, key, false, now));
    }

    /// <summary>Whether a stage can be removed for good.</summary>
    /// <param name="key">The stage.</param>
    /// <param name="isUsed">Whether an opportunity is in it or ever was.</param>
    /// <returns>The ruling; refused with <c>StageNotInPipeline</c>, <c>StageInUse</c>, <c>StageIsLastOfCategory</c>.</returns>
    public CrmRuling CanRemoveStage(string key, bool isUsed) => Find(key) is not { } stage ? CrmRuling.Refused(e => e.StageNotInPipeline(key, Name))
        : isUsed ? CrmRuling.Refused(e => e.StageInUse(stage.Name))
        : CanSpare(stage);

    /// <summary>Removes a stage in which no opportunity ever was. Others are retired.</summary>
    /// <param name="key">The stage.</param>
    /// <param name="isUsed">Whether an opportunity is in it or ever was.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">There is no such stage, it is in use, or no other of its category is left.</exception>
    public void RemoveStage(string key, bool isUsed, Instant now)
    {
        CanRemoveStage(key, isUsed).Demand();
        var stage = Find(key)!;
        _stages.Remove(stage);
        foreach (var later in _stages.Where(s => s.Position > stage.Position))
        {
            later.Position--;
        }

        Raise(new PipelineStageRemoved(Id, key, now));
    }

    // Opportunities must always find a stage to be opened in, won and lost.
    private CrmRuling CanSpare(PipelineStage stage) => _stages.Exists(s => s != stage && s.Category == stage.Category && !s.IsRetired)
        ? CrmRuling.Permitted
        : CrmRuling.Refused(e => e.StageIsLastOfCategory(stage.Name, e.NameOf(stage.Category)));
}
