using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>An activity was planned.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="CustomerId">The customer it is about.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Audience">Who may read it besides staff.</param>
/// <param name="AssigneeId">The agent who does it.</param>
/// <param name="TeamId">The team that does it.</param>
/// <param name="PlannedAt">When it begins, or a task is due.</param>
/// <param name="DueAt">When it ends.</param>
/// <param name="OccurredAt">When it was planned.</param>
[CrmEvent("interactions.activity-planned")]
public sealed record ActivityPlanned(
    ActivityId ActivityId,
    ActivityKind Kind,
    string Subject,
    CustomerId? CustomerId,
    SubjectReference? About,
    Audience Audience,
    string? AssigneeId,
    string? TeamId,
    Instant PlannedAt,
    Instant DueAt,
    Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => ActivityTimeline.Note("activity-planned", Subject, ActivityId, CustomerId, About, Audience);
}

/// <summary>An activity was held, done, missed or cancelled.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What was to be done.</param>
/// <param name="Status">What became of it.</param>
/// <param name="CustomerId">The customer it is about.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Audience">Who may read it besides staff.</param>
/// <param name="AssigneeId">The agent who had it.</param>
/// <param name="InteractionId">The contact that was recorded.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-settled")]
public sealed record ActivitySettled(
    ActivityId ActivityId,
    ActivityKind Kind,
    string Subject,
    ActivityStatus Status,
    CustomerId? CustomerId,
    SubjectReference? About,
    Audience Audience,
    string? AssigneeId,
    InteractionId? InteractionId,
    Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => ActivityTimeline.Note($"activity-{Status.ToString().ToLowerInvariant()}", Subject, ActivityId, CustomerId, About, Audience);
}

/// <summary>An activity was planned for another time.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="CustomerId">The customer it is about.</param>
/// <param name="About">The record it is about.</param>
/// <param name="Audience">Who may read it besides staff.</param>
/// <param name="PlannedBefore">When it was to begin, or a task was due.</param>
/// <param name="PlannedAt">When it begins since.</param>
/// <param name="DueAt">When it ends since.</param>
/// <param name="OccurredAt">When it was moved.</param>
[CrmEvent("interactions.activity-rescheduled")]
public sealed record ActivityRescheduled(
    ActivityId ActivityId,
    string Subject,
    CustomerId? CustomerId,
    SubjectReference? About,
    Audience Audience,
    Instant PlannedBefore,
    Instant PlannedAt,
    Instant DueAt,
    Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => ActivityTimeline.Note("activity-rescheduled", Subject, ActivityId, CustomerId, About, Audience);
}

/// <summary>Reminders of an activity are due. Raised once for each moment.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="CustomerId">The customer it is about.</param>
/// <param name="AssigneeId">The agent who does it.</param>
/// <param name="TeamId">The team that does it.</param>
/// <param name="PlannedAt">When it begins, or a task is due.</param>
/// <param name="DueAt">When the latest of the reminders was due.</param>
/// <param name="OccurredAt">When they were raised.</param>
[CrmEvent("interactions.activity-reminder-due")]
public sealed record ActivityReminderDue(
    ActivityId ActivityId,
    ActivityKind Kind,
    string Subject,
    CustomerId? CustomerId,
    string? AssigneeId,
    string? TeamId,
    Instant PlannedAt,
    Instant DueAt,
    Instant OccurredAt) : ICrmEvent;
