using NodaTime;

namespace Crm.Domain.Service;

/// <summary>When a level of escalation comes, as things stand.</summary>
/// <param name="Level">Name of the level.</param>
/// <param name="At">When.</param>
/// <param name="IsWarning">Whether it comes before the deadline.</param>
public sealed record DeadlineAlarm(string Level, Instant At, bool IsWarning);
