using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Criteria;

/// <summary>When a tree is evaluated: windows end here, and nothing that happened later counts.</summary>
public sealed record CriteriaMoment
{
    /// <summary>Most days of a window.</summary>
    public const int MaxDays = 36_500;

    private static readonly LocalDate s_first = new(1, 1, 1);
    private static readonly LocalDate s_last = new(9999, 12, 31);

    // East of Greenwich it is the year 10000 a little earlier.
    private static readonly Instant s_lastInstant = Instant.FromUtc(9999, 12, 30, 0, 0);

    /// <summary>A moment.</summary>
    /// <param name="asOf">The instant, cut to microseconds.</param>
    /// <param name="zone">The zone in which the business counts its days.</param>
    /// <exception cref="ArgumentException">The instant is not in the years 1 to 9999.</exception>
    public CriteriaMoment(Instant asOf, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        AsOf = Guard.Storable(asOf.ToMicroseconds());
        Zone = zone;
    }

    /// <summary>The instant.</summary>
    public Instant AsOf { get; }

    /// <summary>The zone in which the business counts its days.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The day of the instant.</summary>
    public LocalDate Today => AsOf > s_lastInstant ? s_last : Clamp(AsOf.InZone(Zone).Date);

    internal LocalDate Day(int offset) => offset < 0 && Period.DaysBetween(s_first, Today) < -offset ? s_first
        : offset > 0 && Period.DaysBetween(Today, s_last) < offset ? s_last
        : Today.PlusDays(offset);

    // Whole days of 24 hours, so that the answer does not depend on the zone.
    internal Instant At(int offset)
    {
        var days = Day(offset);
        return days == s_first || days == s_last ? days.AtMidnight().InUtc().ToInstant() : AsOf + Duration.FromDays(offset);
    }

    private static LocalDate Clamp(LocalDate day) => LocalDate.Max(s_first, LocalDate.Min(s_last, day));
}
