using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A customer went to another lifecycle stage.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="From">The stage before.</param>
/// <param name="To">The stage since.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.lifecycle-stage-changed")]
public sealed record LifecycleStageChanged(CustomerId CustomerId, LifecycleStage From, LifecycleStage To, string? Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        "lifecycle-stage-changed", Reason is null ? $"{From} → {To}" : $"{From} → {To}: {Reason}", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value)]);
}
