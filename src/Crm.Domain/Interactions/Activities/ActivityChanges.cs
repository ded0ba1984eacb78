using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>An activity was begun.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-started")]
public sealed record ActivityStarted(ActivityId ActivityId, Instant OccurredAt) : ICrmEvent;

/// <summary>An activity is described otherwise.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Subject">What is to be done.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-described")]
public sealed record ActivityDescribed(ActivityId ActivityId, string Subject, Instant OccurredAt) : ICrmEvent;

/// <summary>An activity was given to an agent or a team.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="AssigneeId">The agent.</param>
/// <param name="TeamId">The team.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-assigned")]
public sealed record ActivityAssigned(ActivityId ActivityId, string? AssigneeId, string? TeamId, Instant OccurredAt) : ICrmEvent;

/// <summary>Somebody was invited to an activity.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Participant">Number of the participant.</param>
/// <param name="Role">Organiser, required or optional.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-participant-invited")]
public sealed record ActivityParticipantInvited(ActivityId ActivityId, int Participant, ParticipantRole Role, Instant OccurredAt) : ICrmEvent;

/// <summary>A participant was left out of an activity.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Participant">Number of the participant.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.activity-participant-left-out")]
public sealed record ActivityParticipantLeftOut(ActivityId ActivityId, int Participant, Instant OccurredAt) : ICrmEvent;

/// <summary>A participant answered an invitation.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Participant">Number of the participant.</param>
/// <param name="Acceptance">What was answered.</param>
/// <param name="OccurredAt">When it was noted.</param>
[CrmEvent("interactions.activity-answered")]
public sealed record ActivityAnswered(ActivityId ActivityId, int Participant, Acceptance Acceptance, Instant OccurredAt) : ICrmEvent;

/// <summary>An activity is to be remembered.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Before">How long before its start.</param>
/// <param name="OccurredAt">When that was said.</param>
[CrmEvent("interactions.activity-reminder-set")]
public sealed record ActivityReminderSet(ActivityId ActivityId, Duration Before, Instant OccurredAt) : ICrmEvent;
