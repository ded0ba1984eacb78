using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.SelfService;

/// <summary>A customer asked for a change of its data.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="Status">Where it stands: some changes are made at once.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-requested")]
public sealed record ChangeRequested(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, ChangeRequestStatus Status, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("change-requested", RequestId, CustomerId, Domain);
}

/// <summary>A change that a customer asked for was made.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-applied")]
public sealed record ChangeApplied(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("change-applied", RequestId, CustomerId, Domain);
}

/// <summary>A wrong code was entered for a change.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="AttemptsLeft">How many more wrong codes it bears; 0 where this one ended it.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-code-mistaken")]
public sealed record ChangeCodeMistaken(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, int AttemptsLeft, Instant OccurredAt) : ICrmEvent;

/// <summary>Another code for a change is to be sent.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="Number">The number of the code.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-code-renewed")]
public sealed record ChangeCodeRenewed(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>No code could be sent for a change, so staff decides.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="Obstacle">Code of what stood in the way.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-handed-to-staff")]
public sealed record ChangeHandedToStaff(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, string Obstacle, Instant OccurredAt) : ICrmEvent;

/// <summary>Staff refused a change; the reason stays with it.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-rejected")]
public sealed record ChangeRejected(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("change-rejected", RequestId, CustomerId, Domain);
}

/// <summary>A customer took back a change that it had asked for.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-withdrawn")]
public sealed record ChangeWithdrawn(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("change-withdrawn", RequestId, CustomerId, Domain);
}

/// <summary>The time of a change is over.</summary>
/// <param name="RequestId">The change that was asked for.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Domain">Which data.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("self-service.change-expired")]
public sealed record ChangeExpired(ChangeRequestId RequestId, CustomerId CustomerId, OwnDataDomain Domain, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => PortalTimeline.Note("change-expired", RequestId, CustomerId, Domain);
}
