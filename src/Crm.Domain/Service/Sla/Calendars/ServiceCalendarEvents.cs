using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A calendar was made, or its hours changed: new versions were published, and what is open is to be reckoned anew.</summary>
/// <param name="CalendarId">The calendar.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="VersionIds">The versions that were made, the one that holds first in front.</param>
/// <param name="ValidFrom">When the first of them begins to hold; it can lie ahead.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.calendar-changed")]
public sealed record ServiceCalendarChanged(
    ServiceCalendarId CalendarId, string Key, IReadOnlyList<ServiceCalendarVersionId> VersionIds, Instant ValidFrom, Instant OccurredAt) : ICrmEvent;

/// <summary>A calendar got another name for people.</summary>
/// <param name="CalendarId">The calendar.</param>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">Its name since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.calendar-renamed")]
public sealed record ServiceCalendarRenamed(ServiceCalendarId CalendarId, string Key, string Name, Instant OccurredAt) : ICrmEvent;
