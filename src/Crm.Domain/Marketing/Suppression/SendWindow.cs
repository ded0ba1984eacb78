using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Crm.Domain.Marketing;

/// <summary>When messages may go out, by the clock of whom they go to: between two times of day, on some days of the week.</summary>
/// <param name="From">The first time of day.</param>
/// <param name="To">The end, exclusive; midnight stands for the end of the day. After <paramref name="From"/>.</param>
public sealed record SendWindow(LocalTime From, LocalTime To)
{
    /// <summary>Longest text of a window.</summary>
    public const int MaxTextLength = 30;

    private const int MaxDays = 400;

    private static readonly LocalTimePattern s_time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

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

    /// <summary>Reads a window as <see cref="ToString"/> writes it: <c>09:00-18:00</c>, with the days of the week by their numbers from Monday where not all hold: <c>09:00-18:00 1,2,3,4,5</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="window">The window.</param>
    /// <returns>Whether it is one that can be open.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SendWindow? window)
    {
        window = null;
        var parts = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var times = parts.Length is 1 or 2 ? parts[0].Split('-') : [];
        if (times.Length != 2 || !s_time.Parse(times[0]).TryGetValue(default, out var from) || !s_time.Parse(times[1] == "24:00" ? "00:00" : times[1]).TryGetValue(default, out var to))
        {
            return false;
        }

        var days = new List<IsoDayOfWeek>();
        foreach (var day in parts.Length == 2 ? parts[1].Split(',') : [])
        {
            if (day is not [>= '1' and <= '7'] || days.Contains((IsoDayOfWeek)(day[0] - '0')))
            {
                return false;
            }

            days.Add((IsoDayOfWeek)(day[0] - '0'));
        }

        var read = new SendWindow(from, to) { Days = days };
        window = read.IsUsable ? read : null;
        return window is not null;
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var days = string.Join(',', Days.Order().Distinct().Select(d => ((int)d).ToString(CultureInfo.InvariantCulture)));
        return $"{s_time.Format(From)}-{s_time.Format(To)}{(days.Length == 0 ? string.Empty : " ")}{days}";
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
