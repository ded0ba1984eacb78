using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>Two customers became one.</summary>
/// <param name="CustomerId">The survivor.</param>
/// <param name="AbsorbedId">The customer that went into it; it stays resolvable.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customers-merged")]
public sealed record CustomersMerged(CustomerId CustomerId, CustomerId AbsorbedId, MergeId MergeId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new("customers-merged", "Merged with a duplicate", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value)]);
}

/// <summary>A merge was undone: the survivor and the customer that was restored are two again.</summary>
/// <param name="CustomerId">The survivor.</param>
/// <param name="RestoredId">The customer that was absorbed and is restored.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("customers.customers-unmerged")]
public sealed record CustomersUnmerged(CustomerId CustomerId, CustomerId RestoredId, MergeId MergeId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => new(
        "customers-unmerged", "A merge was undone", Audience.Internal, [new(SubjectKinds.Customer, CustomerId.Value), new(SubjectKinds.Customer, RestoredId.Value)]);
}
