using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A deadline comes near.</summary>
/// <param name="Alarm">Which one.</param>
/// <param name="OccurredAt">When it was raised.</param>
[CrmEvent("service.sla-warning-raised")]
public sealed record SlaWarningRaised(SlaAlarm Alarm, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => Alarm.ToTimeline("sla-warning");
}

/// <summary>A promise was not kept in time.</summary>
/// <param name="Alarm">Which one.</param>
/// <param name="OccurredAt">When it was raised.</param>
[CrmEvent("service.sla-breached")]
public sealed record SlaBreached(SlaAlarm Alarm, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => Alarm.ToTimeline("sla-breach");
}

/// <summary>A promise that was not kept in time is still open.</summary>
/// <param name="Alarm">Which one.</param>
/// <param name="OccurredAt">When it was raised.</param>
[CrmEvent("service.sla-escalated")]
public sealed record SlaEscalated(SlaAlarm Alarm, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => Alarm.ToTimeline("sla-escalation");
}
