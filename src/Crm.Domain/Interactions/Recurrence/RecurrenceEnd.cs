using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Interactions;

/// <summary>Until when a recurrence goes, that moment included: a day, a local time, or an instant.</summary>
public sealed record RecurrenceEnd
{
    private static readonly LocalDatePattern s_day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern s_local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern s_instant = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private RecurrenceEnd(LocalDate? day, LocalDateTime? local, Instant? instant) => (Day, Local, Instant) = (day, local, instant);

    /// <summary>The last day, if it is given as a day.</summary>
    public LocalDate? Day { get; }

    /// <summary>The last local time, if it is given so.</summary>
    public LocalDateTime? Local { get; }

    /// <summary>The last instant, if it is given so.</summary>
    public Instant? Instant { get; }

    /// <summary>Until the end of a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd On(LocalDate day) => new(day, null, null);

    /// <summary>Until a time on the clock of wherever it recurs; whole seconds count.</summary>
    /// <param name="local">The time.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd At(LocalDateTime local) => new(null, local.With(TimeAdjusters.TruncateToSecond), null);

    /// <summary>Until an instant; whole seconds count.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The end.</returns>
    public static RecurrenceEnd At(Instant instant) => new(null, null, NodaTime.Instant.FromUnixTimeSeconds(instant.ToUnixTimeSeconds()));

    /// <summary>The end as iCalendar writes it: <c>19971224</c>, <c>19971224T000000</c> or <c>19971224T000000Z</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Day is { } day ? s_day.Format(day) : Local is { } local ? s_local.Format(local) : s_instant.Format(Instant!.Value);

    internal static RecurrenceEnd? TryParse(string text) =>
        s_day.Parse(text).TryGetValue(default, out var day) ? On(day)
        : s_local.Parse(text).TryGetValue(default, out var local) ? At(local)
        : s_instant.Parse(text).TryGetValue(default, out var instant) ? At(instant)
        : null;

    internal bool Includes(LocalDateTime local, DateTimeZone zone) => Day is { } day ? local.Date <= day
        : Local is { } last ? local <= last
        : local.InZone(zone, NodaTime.TimeZones.Resolvers.LenientResolver).ToInstant() <= Instant;
}
