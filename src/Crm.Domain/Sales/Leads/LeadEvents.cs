using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A lead came in.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="CustomerId">The customer that it came from, where that is known.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-received")]
public sealed record LeadReceived(LeadId LeadId, string Name, string? Source, CustomerId? CustomerId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-received", Source is null ? Name : $"{Name} ({Source})", LeadId, CustomerId);
}

/// <summary>What is known of a lead changed.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-described")]
public sealed record LeadDescribed(LeadId LeadId, string Name, Instant OccurredAt) : ICrmEvent;

/// <summary>A lead is worked on, or kept warm.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Before">Where it stood.</param>
/// <param name="Status">Where it stands since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-moved")]
public sealed record LeadMoved(LeadId LeadId, string Name, LeadStatus Before, LeadStatus Status, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-moved", $"{Name}: {Before} → {Status}", LeadId);
}

/// <summary>Nothing will come of a lead.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-disqualified")]
public sealed record LeadDisqualified(LeadId LeadId, string Name, string Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-disqualified", $"{Name}: {Reason}", LeadId);
}

/// <summary>A lead was given to somebody, or taken away.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="FormerOwnerId">Who answered for it before.</param>
/// <param name="OwnerId">Who answers for it since.</param>
/// <param name="QueueId">The queue that it was given out of.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-assigned")]
public sealed record LeadAssigned(LeadId LeadId, string Name, string? FormerOwnerId, string? OwnerId, LeadQueueId? QueueId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-assigned", OwnerId is null ? Name : $"{Name}: {OwnerId}", LeadId);
}

/// <summary>A lead waits in a queue.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="QueueId">The queue.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-enqueued")]
public sealed record LeadEnqueued(LeadId LeadId, string Name, LeadQueueId QueueId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-enqueued", Name, LeadId);
}

/// <summary>A lead got points.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Action">Key of what it did.</param>
/// <param name="Points">The points.</param>
/// <param name="Score">All its points since.</param>
/// <param name="Thresholds">Keys of the thresholds that it reached by it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-scored")]
public sealed record LeadScored(LeadId LeadId, string Action, int Points, int Score, IReadOnlyList<string> Thresholds, Instant OccurredAt) : ICrmEvent;

/// <summary>A lead became customers, and perhaps an opportunity.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="PersonId">The person.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OpportunityId">The opportunity.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("sales.lead-converted")]
public sealed record LeadBecameCustomers(LeadId LeadId, string Name, CustomerId? PersonId, CustomerId? OrganisationId, OpportunityId? OpportunityId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note("lead-converted", Name, LeadId, PersonId, OrganisationId);
}

/// <summary>There was a contact with a lead that is no customer yet.</summary>
/// <param name="LeadId">The lead.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Direction">Who began it.</param>
/// <param name="Subject">What it was about.</param>
/// <param name="AgentId">The agent it is tied to.</param>
/// <param name="OccurredAt">When it began.</param>
[CrmEvent("sales.lead-contacted")]
public sealed record LeadContacted(LeadId LeadId, ChannelKey Channel, Direction Direction, string Subject, string? AgentId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => LeadTimeline.Note(LeadTimeline.Contacted, Subject, LeadId) with { Channel = Channel.Value, Direction = Direction, AgentId = AgentId };
}
