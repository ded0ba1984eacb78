using NodaTime;

namespace Crm.Domain.Service;

/// <summary>All policies in the order in which they are asked, and the versions of all calendars.</summary>
public sealed class ServiceLevelShelf
{
    private readonly ILookup<string, ServiceCalendarEntry> _calendars;

    /// <summary>Puts policies in order.</summary>
    /// <param name="policies">The policies, in any order.</param>
    /// <param name="calendars">The versions of calendars, in any order.</param>
    /// <param name="isSettled">Whether all of it is saved, so that it can be kept for a while.</param>
    public ServiceLevelShelf(IEnumerable<SlaPolicyEntry> policies, IEnumerable<ServiceCalendarEntry> calendars, bool isSettled)
    {
        Policies = [.. policies.OrderBy(p => p.IsDefault).ThenBy(p => p.Position).ThenBy(p => p.CreatedAt).ThenBy(p => p.Id)];
        _calendars = calendars.ToLookup(c => c.Key, StringComparer.Ordinal);
        IsSettled = isSettled;
    }

    /// <summary>The policies: by place, then by when they were made, then by id; the default one last.</summary>
    public IReadOnlyList<SlaPolicyEntry> Policies { get; }

    /// <summary>Whether all of it is saved.</summary>
    public bool IsSettled { get; }

    /// <summary>The version of a calendar that holds at an instant.</summary>
    /// <param name="key">The calendar's key.</param>
    /// <param name="instant">The instant.</param>
    /// <returns>The version; null when there is no such calendar, or none of its versions holds yet.</returns>
    public ServiceCalendarVersionId? CalendarAt(string key, Instant instant) =>
        _calendars[key].Where(c => c.ValidFrom <= instant).MaxBy(c => (c.ValidFrom, c.Number))?.VersionId;
}
