using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A pipeline was made.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Name">Its name.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-created")]
public sealed record PipelineCreated(PipelineId PipelineId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A pipeline was renamed.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-renamed")]
public sealed record PipelineRenamed(PipelineId PipelineId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A pipeline became the default, or ceased to be.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="IsDefault">Whether it is the default since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-default-changed")]
public sealed record PipelineDefaultChanged(PipelineId PipelineId, bool IsDefault, Instant OccurredAt) : ICrmEvent;

/// <summary>A pipeline was archived or taken up again.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="IsArchived">Whether it is archived since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-archiving-changed")]
public sealed record PipelineArchivingChanged(PipelineId PipelineId, bool IsArchived, Instant OccurredAt) : ICrmEvent;

/// <summary>A pipeline got another stage.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Open, won or lost.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-stage-added")]
public sealed record PipelineStageAdded(PipelineId PipelineId, string Stage, string Name, StageCategory Category, Instant OccurredAt) : ICrmEvent;

/// <summary>Name or rules of a stage changed.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-stage-changed")]
public sealed record PipelineStageChanged(PipelineId PipelineId, string Stage, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>The stages of a pipeline were put in another order.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stages">Keys of all stages, in their order since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-stages-reordered")]
public sealed record PipelineStagesReordered(PipelineId PipelineId, IReadOnlyList<string> Stages, Instant OccurredAt) : ICrmEvent;

/// <summary>A stage was retired or taken up again.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="IsRetired">Whether it is retired since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-stage-retirement-changed")]
public sealed record PipelineStageRetirementChanged(PipelineId PipelineId, string Stage, bool IsRetired, Instant OccurredAt) : ICrmEvent;

/// <summary>A stage in which no opportunity ever was is gone.</summary>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.pipeline-stage-removed")]
public sealed record PipelineStageRemoved(PipelineId PipelineId, string Stage, Instant OccurredAt) : ICrmEvent;
