using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>One stay of an opportunity in a stage. Part of <see cref="Opportunity"/>, written by its acts.</summary>
public sealed class OpportunityStageVisit
{
    private OpportunityStageVisit() => Stage = null!;

    internal OpportunityStageVisit(int ordinal, PipelineId pipelineId, PipelineStage stage, Instant at) =>
        (Ordinal, PipelineId, Stage, Category, EnteredAt) = (ordinal, pipelineId, stage.Key, stage.Category, at);

    /// <summary>The place among the stays, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The pipeline.</summary>
    public PipelineId PipelineId { get; private set; }

    /// <summary>Key of the stage.</summary>
    public string Stage { get; private set; }

    /// <summary>Open, won or lost.</summary>
    public StageCategory Category { get; private set; }

    /// <summary>When it entered.</summary>
    public Instant EnteredAt { get; private set; }

    /// <summary>When it left; null while it is there.</summary>
    public Instant? LeftAt { get; private set; }

    /// <summary>How long it stayed, in whole seconds; null while it is there.</summary>
    public long? Seconds { get; private set; }

    /// <summary>Key of the stage that it went to, in the same pipeline or another; null while it is there.</summary>
    public string? Next { get; private set; }

    /// <summary>How long it stayed, up to now while it is there.</summary>
    /// <param name="now">The current instant.</param>
    /// <returns>The time; not negative.</returns>
    public Duration StayAt(Instant now) => Duration.Max((LeftAt ?? now) - EnteredAt, Duration.Zero);

    internal void Leave(string next, Instant at) => (LeftAt, Seconds, Next) = (at, (long)(at - EnteredAt).TotalSeconds, next);
}
