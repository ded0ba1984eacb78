using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A version of a calendar as far as the choice looks at it.</summary>
/// <param name="Key">The calendar's key.</param>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number.</param>
/// <param name="ValidFrom">Since when it holds.</param>
public sealed record ServiceCalendarEntry(string Key, ServiceCalendarVersionId VersionId, int Number, Instant ValidFrom);
