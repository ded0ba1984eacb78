using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A window of hours of the day.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">Its end, which is not part of it; earlier than <paramref name="From"/> when it reaches over midnight.</param>
public sealed record JourneyHours(LocalTime From, LocalTime Until);
