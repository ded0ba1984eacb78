using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A calendar in a list.</summary>
/// <param name="Id">The calendar.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Versions">How many versions there are.</param>
/// <param name="ChangedAt">When the last one was made.</param>
public sealed record ServiceCalendarSummary(ServiceCalendarId Id, string Key, string Name, int Versions, Instant ChangedAt);
