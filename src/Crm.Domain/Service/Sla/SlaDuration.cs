using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>How long a target may take: an amount of business time, or business days that keep the time of day. Equal by value.</summary>
public sealed record SlaDuration
{
    private const int MostDays = 3660;
    private static readonly Duration s_longest = Duration.FromDays(MostDays);

    private SlaDuration()
    {
    }

    /// <summary>The amount of business time; zero where business days are counted.</summary>
    public Duration Time { get; private init; }

    /// <summary>The number of business days; null for an amount of business time.</summary>
    public int? Days { get; private init; }

    /// <summary>Whether business days end with the last closing time of that day instead of at the same time of day.</summary>
    public bool ToEndOfDay { get; private init; }

    /// <summary>An amount of business time.</summary>
    /// <param name="time">From zero, which is due at once, at the next opening, to ten years.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or longer.</exception>
    public static SlaDuration Of(Duration time) => time >= Duration.Zero && time <= s_longest
        ? new() { Time = time }
        : throw new ArgumentOutOfRangeException(nameof(time), time, "A target takes from nothing to ten years.");

    /// <summary>An amount of business time in minutes.</summary>
    /// <param name="minutes">The minutes, 0 to ten years.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minutes"/> is negative or longer.</exception>
    public static SlaDuration OfMinutes(double minutes) => double.IsFinite(minutes) && minutes <= s_longest.TotalMinutes
        ? Of(Duration.FromMinutes(minutes))
        : throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "A target takes from nothing to ten years.");

    /// <summary>Business days; see <see cref="BusinessCalendar.AddDays"/>.</summary>
    /// <param name="days">The days, up to ten years; none at all is due at once, at the next opening, or at the end of the same day.</param>
    /// <param name="toEndOfDay">Whether it takes until the last closing time of that day.</param>
    /// <returns>The duration.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative or more.</exception>
    public static SlaDuration OfDays(int days, bool toEndOfDay = false) => days is >= 0 and <= MostDays
        ? new() { Days = days, ToEndOfDay = toEndOfDay }
        : throw new ArgumentOutOfRangeException(nameof(days), days, "A target takes from nothing to ten years.");

    /// <summary>When it is over.</summary>
    /// <param name="calendar">The working hours.</param>
    /// <param name="start">When it began.</param>
    /// <param name="pauses">When the clock stood still, in any order. Only business time inside a pause that begins before the
    /// deadline moves it.</param>
    /// <returns>The deadline. Reached at closing time, it is closing time and not the next opening.</returns>
    /// <exception cref="ArgumentException">A pause has no end.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deadline would lie after the year 9998.</exception>
    public Instant DueFrom(BusinessCalendar calendar, Instant start, IEnumerable<Interval>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var due = WithoutPauses(calendar, start);
        if (pauses is null)
        {
            return due;
        }

        foreach (var pause in SlaStops.Joined(pauses, start))
        {
            if (pause.Start >= due)
            {
                break;
            }

            due = calendar.Add(due, calendar.Elapsed(pause.Start, pause.End));
        }

        return due;
    }

    /// <summary>The amount, for people.</summary>
    /// <returns>Such as <c>240 min</c> or <c>2 days</c>.</returns>
    public override string ToString() => Days is { } days
        ? FormattableString.Invariant($"{days} business days{(ToEndOfDay ? ", end of day" : "")}")
        : FormattableString.Invariant($"{Time.TotalMinutes:0.##} min");

    private Instant WithoutPauses(BusinessCalendar calendar, Instant start)
    {
        if (Days is not { } days)
        {
            return Time == Duration.Zero ? calendar.NextOpen(start) : calendar.Add(start, Time);
        }

        var day = calendar.AddDays(start, days);
        return ToEndOfDay ? calendar.EndOfWorkingDay(day) : day;
    }
}
