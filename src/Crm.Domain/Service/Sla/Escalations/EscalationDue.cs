using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One action of a level of escalation is to be done. Delivered apart from the others, so that one that fails holds up none.</summary>
/// <param name="Alarm">The level.</param>
/// <param name="Action">What is to be done.</param>
/// <param name="OccurredAt">When the level was raised.</param>
[CrmEvent("service.escalation-due")]
public sealed record EscalationDue(SlaAlarm Alarm, EscalationAction Action, Instant OccurredAt) : ICrmEvent;
