using System.Diagnostics.CodeAnalysis;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A way of selling, in stages that belong to it alone.</summary>
public sealed partial class Pipeline : AggregateRoot<PipelineId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>Most stages, retired ones included.</summary>
    public const int MaxStages = 50;

    private readonly List<PipelineStage> _stages = [];

    private Pipeline() => Name = null!;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="id">The id.</param>
    /// <param name="definition">Its name and stages.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, probability or time is out of its bounds, a key comes twice, or there is no open, won or lost stage.</exception>
    public Pipeline(PipelineId id, PipelineDefinition definition, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(definition.Stages.Count, MaxStages, nameof(definition));
        Name = Guard.Line(definition.Name, MaxNameLength, nameof(definition));
        foreach (var stage in definition.Stages)
        {
            _stages.Add(new PipelineStage(stage, _stages.Count + 1));
        }

        if (_stages.DistinctBy(s => s.Key).Count() != _stages.Count || Enum.GetValues<StageCategory>().Any(c => _stages.TrueForAll(s => s.Category != c)))
        {
            throw new ArgumentException("A pipeline has at least one open, one won and one lost stage, each with a key of its own.", nameof(definition));
        }

        Raise(new PipelineCreated(Id, Name, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>1 for the pipeline that opportunities go to when none is named, else null; so one tenant has one at most.</summary>
    public int? DefaultMark { get; private set; }

    /// <summary>Whether opportunities go to this pipeline when none is named.</summary>
    public bool IsDefault => DefaultMark is not null;

    /// <summary>Whether no opportunity is opened in it any more.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>The stages in their order.</summary>
    public IReadOnlyList<PipelineStage> Stages => [.. _stages.OrderBy(s => s.Position)];

    /// <summary>The stages in which opportunities are worked on, in their order; retired ones too.</summary>
    public IReadOnlyList<PipelineStage> OpenStages => [.. Stages.Where(s => s.Category == StageCategory.Open)];

    /// <summary>Looks up a stage.</summary>
    /// <param name="key">Its key.</param>
    /// <returns>The stage, or null.</returns>
    public PipelineStage? Find(string key) => _stages.Find(s => s.Key == key);

    /// <summary>The first stage of a category that opportunities can enter.</summary>
    /// <param name="category">The category.</param>
    /// <returns>The stage; there always is one.</returns>
    public PipelineStage First(StageCategory category) => Stages.First(s => s.Category == category && !s.IsRetired);

    /// <summary>Whether opportunities may enter a stage, as far as the pipeline is concerned.</summary>
    /// <param name="key">The stage.</param>
    /// <returns>The ruling; refused with <c>StageNotInPipeline</c>, <c>StageRetired</c>.</returns>
    public CrmRuling CanEnter(string key) => !TryFind(key, out var stage) ? CrmRuling.Refused(e => e.StageNotInPipeline(key, Name))
        : stage.IsRetired ? CrmRuling.Refused(e => e.StageRetired(stage.Name))
        : CrmRuling.Permitted;

    private bool TryFind(string key, [NotNullWhen(true)] out PipelineStage? stage) => (stage = Find(key)) is not null;
}
