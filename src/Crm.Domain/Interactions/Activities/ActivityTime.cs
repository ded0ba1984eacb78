using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>When an activity is planned.</summary>
/// <param name="Start">When it begins; of a task, when it is due.</param>
/// <param name="End">When it ends; of a task, when it is due.</param>
public sealed record ActivityTime(Instant Start, Instant End);
