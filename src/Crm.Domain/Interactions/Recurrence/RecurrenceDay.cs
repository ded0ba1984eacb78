using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A day of the week in a recurrence, such as every Monday, the first Monday or the last but one.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Ordinal">Which one of the month or year: 1 is the first, -1 the last; 0 is every one.</param>
public sealed record RecurrenceDay(IsoDayOfWeek Day, int Ordinal = 0);
