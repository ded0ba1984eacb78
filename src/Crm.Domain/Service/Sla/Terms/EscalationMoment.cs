using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// When a level of escalation comes: when a share of the allowed business time is used up, or a stretch of business time before or
/// after the due instant. Equal by value. Made by the static members.
/// </summary>
public sealed record EscalationMoment
{
    private static readonly Duration s_furthest = Duration.FromDays(3660);

    private EscalationMoment()
    {
    }

    /// <summary>The due instant itself: the breach.</summary>
    public static EscalationMoment Breach { get; } = new();

    /// <summary>The share of the allowed business time, between 0 and 1 and neither; null where an offset is meant.</summary>
    public decimal? Share { get; private init; }

    /// <summary>Business time from the due instant, negative before it; zero is the breach, and where a share is meant.</summary>
    public Duration Offset { get; private init; }

    /// <summary>Whether it comes before the due instant: a warning.</summary>
    public bool IsWarning => Share is not null || Offset < Duration.Zero;

    /// <summary>When a share of the allowed business time is used up.</summary>
    /// <param name="share">Between 0 and 1 and neither, with at most four decimals: 0.75 for three quarters.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is something else.</exception>
    public static EscalationMoment AtShare(decimal share) => share is > 0 and < 1 && decimal.Round(share, 4) == share
        ? new() { Share = share }
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A share lies between 0 and 1 and has at most four decimals.");

    /// <summary>A stretch of business time from the due instant.</summary>
    /// <param name="offset">Negative before it, zero at it; at most ten years.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="offset"/> is further away.</exception>
    public static EscalationMoment FromDue(Duration offset) => offset >= -s_furthest && offset <= s_furthest
        ? new() { Offset = offset }
        : throw new ArgumentOutOfRangeException(nameof(offset), offset, "A level of escalation comes within ten years of the due instant.");

    /// <summary>When it comes for one promise.</summary>
    /// <param name="calendar">The working hours.</param>
    /// <param name="allowed">The time that the promise has.</param>
    /// <param name="start">When its clock began.</param>
    /// <param name="pauses">When its clock stood still, in any order.</param>
    /// <returns>The instant; one before the due instant never lies before <paramref name="start"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It would lie after the year 9998.</exception>
    public Instant For(BusinessCalendar calendar, SlaDuration allowed, Instant start, IEnumerable<Interval>? pauses = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(allowed);
        if (Share is { } share)
        {
            var time = calendar.Elapsed(start, allowed.DueFrom(calendar, start));
            var part = Duration.FromNanoseconds((long)decimal.Floor(time.ToInt64Nanoseconds() * share));
            return SlaDuration.Of(Duration.Min(part, s_furthest)).DueFrom(calendar, start, pauses);
        }

        var due = allowed.DueFrom(calendar, start, pauses);
        return Offset < Duration.Zero ? Instant.Max(start, calendar.Subtract(due, -Offset)) : calendar.Add(due, Offset);
    }

    /// <summary>The moment, for people.</summary>
    /// <returns>Such as <c>75 %</c>, <c>due</c>, <c>due - 30 min</c>.</returns>
    public override string ToString() => Share is { } share
        ? FormattableString.Invariant($"{share * 100:0.##} %")
        : Offset == Duration.Zero ? "due" : FormattableString.Invariant($"due {(Offset < Duration.Zero ? '-' : '+')} {Math.Abs(Offset.TotalMinutes):0.##} min");
}
