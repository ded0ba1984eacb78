using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Time;

/// <summary>
/// One stretch of working time that begins on some day, in local time. An end at or before the start lies on the following
/// day, so <c>22:00-06:00</c> is a night shift, an end at midnight is 24:00, and equal times make 24 hours. Equal when both
/// times are; ordered by start, then end as a time of day. The default is the whole day.
/// </summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it ends, on the same day if later than <paramref name="Start"/>, else on the next.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BusinessInterval(LocalTime Start, LocalTime End) : IComparable<BusinessInterval>
{
    private static readonly LocalTimePattern s_minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern s_exact = LocalTimePattern.ExtendedIso;

    /// <summary>Midnight to midnight.</summary>
    public static BusinessInterval WholeDay => default;

    /// <summary>Whether the end lies on the day after the start; 24:00 is still the same day.</summary>
    public bool IsOvernight => End <= Start && End != LocalTime.Midnight;

    /// <summary>The length by the clock, when no daylight-saving change falls inside.</summary>
    public Duration Length =>
        Duration.FromNanoseconds(End.NanosecondOfDay - Start.NanosecondOfDay + (End <= Start ? NodaConstants.NanosecondsPerDay : 0));

    /// <summary>Reads two times with a hyphen between them.</summary>
    /// <param name="text"><c>09:00-17:30</c>, seconds if need be; <c>24:00</c> may end it.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="FormatException"><paramref name="text"/> is something else.</exception>
    public static BusinessInterval Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var interval) ? interval : throw new FormatException("Two times were expected, such as 09:00-17:30.");
    }

    /// <summary>Reads two times with a hyphen between them without throwing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="interval">The interval, or the default.</param>
    /// <returns>Whether <paramref name="text"/> is an interval.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out BusinessInterval interval)
    {
        interval = default;
        var parts = text?.Split('-', StringSplitOptions.TrimEntries);
        if (parts is not [var from, var to] || !TryTime(from, out var start) || !TryTime(to == "24:00" ? "00:00" : to, out var end))
        {
            return false;
        }

        interval = new(start, end);
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(BusinessInterval other) => (Start, End).CompareTo((other.Start, other.End));

    /// <summary>Both times, with 24:00 for a closing midnight.</summary>
    /// <returns>A text that <see cref="Parse"/> reads.</returns>
    public override string ToString() => $"{Text(Start)}-{(End == LocalTime.Midnight ? "24:00" : Text(End))}";

    /// <summary>The instants between which the interval lies on a day.</summary>
    internal (Instant Start, Instant End) On(LocalDate day, DateTimeZone zone) =>
        (zone.AtLeniently(day + Start).ToInstant(), zone.AtLeniently((End <= Start ? day.PlusDays(1) : day) + End).ToInstant());

    private static string Text(LocalTime time) =>
        time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? s_minutes.Format(time) : s_exact.Format(time);

    private static bool TryTime(string text, out LocalTime time) =>
        s_minutes.Parse(text).TryGetValue(default, out time) || s_exact.Parse(text).TryGetValue(default, out time);
}
