using NodaTime;
using NodaTime.TimeZones;

namespace Crm.Domain.Marketing;

/// <summary>When messages may go out, by the clock of whom they go to: between two times of day, on some days of the week.</summary>
/// <param name="From">The first time of day.</param>
/// <param name="To">The end, exclusive; midnight stands for the end of the day. After <paramref name="From"/>.</param>
public sealed record SendWindow(LocalTime From, LocalTime To)
{
    private const int MaxDays = 400;

    /// <summary>At any time.</summary>
    public static SendWindow Always { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    /// <summary>The days of the week.</summary>
    /// <value>Empty by default: every day.</value>
    public IReadOnlyList<IsoDayOfWeek> Days { get; init; } = [];

    /// <summary>Whether it can ever be open.</summary>
    public bool IsUsable => (To == LocalTime.Midnight || From < To) && Days.All(d => d is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday);

    /// <summary>
    /// The first moment from an instant on at which it is open. Clocks that are put forward or back are followed exactly: the local time is within the
    /// window at every moment that this returns; a window that a day does not have, since clocks skip it, is not open on that day.
    /// </summary>
    /// <param name="from">The instant.</param>
    /// <param name="zone">The zone whose clocks count.</param>
    /// <returns>The moment.</returns>
    /// <exception cref="InvalidOperationException">It is not open within 400 days.</exception>
    public Instant Next(Instant from, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var first = from.InZone(zone).Date;
        for (var day = first; day < first.PlusDays(MaxDays); day = day.PlusDays(1))
        {
            if ((Days.Count == 0 || Days.Contains(day.DayOfWeek)) && On(day, zone) is var (start, end) && Instant.Max(start, from) is var moment && moment < end)
            {
                return moment;
            }
        }

        throw new InvalidOperationException("The window is never open.");
    }

    /// <inheritdoc />
    public bool Equals(SendWindow? other) => other is not null && From == other.From && To == other.To && Days.Order().SequenceEqual(other.Days.Order());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(From, To, Days.Count);

    // Where clocks show a time twice, the later beginning and the earlier end leave no moment whose time is outside; within the doubled hour itself the first pass counts.
    private (Instant Start, Instant End) On(LocalDate day, DateTimeZone zone)
    {
        var isWholeDay = To == LocalTime.Midnight;
        var end = zone.ResolveLocal(isWholeDay ? day.PlusDays(1).AtMidnight() : day + To, s_earlier).ToInstant();
        var late = zone.ResolveLocal(day + From, From == LocalTime.Midnight ? s_earlier : s_later).ToInstant();
        return late < end ? (late, end) : (zone.ResolveLocal(day + From, s_earlier).ToInstant(), end);
    }

    private static readonly ZoneLocalMappingResolver s_earlier = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly ZoneLocalMappingResolver s_later = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);
}
