using System.Globalization;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Durations in iCalendar (RFC 5545, section 3.3.6).</summary>
internal static class CalendarDuration
{
    /// <summary>How long before: <c>-PT15M</c>, <c>-P1D</c>, <c>PT0S</c>.</summary>
    public static string Before(Duration duration)
    {
        var (days, seconds) = (duration.Days, (long)(duration - Duration.FromDays(duration.Days)).TotalSeconds);
        if (days == 0 && seconds == 0)
        {
            return "PT0S";
        }

        var time = Part(seconds / 3600, 'H') + Part(seconds / 60 % 60, 'M') + Part(seconds % 60, 'S');
        return "-P" + Part(days, 'D') + (time.Length == 0 ? string.Empty : "T" + time);
    }

    private static string Part(long count, char unit) => count == 0 ? string.Empty : count.ToString(CultureInfo.InvariantCulture) + unit;
}
