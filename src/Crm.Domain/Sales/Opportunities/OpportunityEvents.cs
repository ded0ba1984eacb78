using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>An opportunity was opened.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="PipelineId">The pipeline.</param>
/// <param name="Stage">Key of the stage.</param>
/// <param name="Amount">What it would bring.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-opened")]
public sealed record OpportunityOpened(
    OpportunityId OpportunityId, CustomerId CustomerId, string Name, PipelineId PipelineId, string Stage, Money? Amount, string? OwnerId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OpportunityTimeline.Note("opportunity-opened", $"{Name}{OpportunityTimeline.Worth(Amount)}", OpportunityId, CustomerId);
}

/// <summary>An opportunity went to another stage, perhaps of another pipeline.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="FromPipelineId">The pipeline before.</param>
/// <param name="FromStage">Key of the stage before.</param>
/// <param name="PipelineId">The pipeline since.</param>
/// <param name="Stage">Key of the stage since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-moved")]
public sealed record OpportunityMoved(
    OpportunityId OpportunityId, CustomerId CustomerId, string Name, PipelineId FromPipelineId, string FromStage, PipelineId PipelineId, string Stage, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OpportunityTimeline.Note("opportunity-moved", $"{Name}: {FromStage} → {Stage}", OpportunityId, CustomerId);
}

/// <summary>An opportunity was won.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Key of the won stage.</param>
/// <param name="Amount">What it brings.</param>
/// <param name="BaseAmount">The same in the business's own currency, frozen.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-won")]
public sealed record OpportunityWon(
    OpportunityId OpportunityId, CustomerId CustomerId, string Name, string Stage, Money? Amount, Money? BaseAmount, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OpportunityTimeline.Note("opportunity-won", $"{Name}{OpportunityTimeline.Worth(Amount)}", OpportunityId, CustomerId);
}

/// <summary>An opportunity was lost.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">Key of the lost stage.</param>
/// <param name="FurthestStage">Key of the furthest open stage that it reached.</param>
/// <param name="Reason">Key of the reason.</param>
/// <param name="Amount">What it would have brought.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-lost")]
public sealed record OpportunityLost(
    OpportunityId OpportunityId, CustomerId CustomerId, string Name, string Stage, string FurthestStage, string Reason, Money? Amount, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OpportunityTimeline.Note("opportunity-lost", $"{Name}: {Reason}", OpportunityId, CustomerId);
}

/// <summary>A closed opportunity is worked on again.</summary>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Name">Its name.</param>
/// <param name="Was">Won or lost before.</param>
/// <param name="Stage">Key of the stage since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.opportunity-reopened")]
public sealed record OpportunityReopened(
    OpportunityId OpportunityId, CustomerId CustomerId, string Name, StageCategory Was, string Stage, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OpportunityTimeline.Note("opportunity-reopened", Name, OpportunityId, CustomerId);
}
