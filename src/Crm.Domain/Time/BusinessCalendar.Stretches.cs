using NodaTime;

namespace Crm.Domain.Time;

/// <content>Which stretches of time are regular: no date near them differs, and no clock changes.</content>
public sealed partial class BusinessCalendar
{
    // A Monday.
    private static readonly Instant s_epoch = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly LocalDate s_epochDate = new(1, 1, 1);

    // Fits in 64 bits of nanoseconds with room to spare.
    private static readonly Duration s_longestStretch = Duration.FromDays(36_500);

    /// <summary>From an instant, the time until which all is regular or, if it is not regular there, until which it is not.</summary>
    private (Instant Until, bool IsRegular, Offset Offset) StretchFrom(Instant at)
    {
        var clock = Zone.GetZoneInterval(at);
        if (clock.HasStart && at < clock.Start + s_margin)
        {
            return (clock.Start + s_margin, false, default);
        }

        var until = at > s_last - s_longestStretch ? s_last : at + s_longestStretch;
        if (clock.HasEnd)
        {
            var calm = clock.End - s_margin;
            if (at >= calm)
            {
                return (clock.End + s_margin, false, default);
            }

            until = Instant.Min(until, calm);
        }

        if (_irregularDays.Length > 0)
        {
            var (day, time) = LocalDay(at, clock.WallOffset);
            var next = Array.BinarySearch(_irregularDays, day - 2) is var found && found >= 0 ? found : ~found;
            if (next < _irregularDays.Length)
            {
                var days = _irregularDays[next] - 1 - day;
                if (days <= 0)
                {
                    return (Midnight(s_epochDate.PlusDays(_irregularDays[next] + 3)), false, default);
                }

                until = Instant.Min(until, at + Duration.FromNanoseconds((days * NodaConstants.NanosecondsPerDay) - time));
            }
        }

        return (until, true, clock.WallOffset);
    }

    /// <summary>Business time between two instants of one regular stretch.</summary>
    private Duration ElapsedRegularly(Instant from, Instant to, Offset offset)
    {
        var ((week, moment), (lastWeek, lastMoment)) = (LocalWeek(from, offset), LocalWeek(to, offset));
        return Duration.FromNanoseconds(((lastWeek - week) * _regular.Total) + _regular.Before(lastMoment) - _regular.Before(moment));
    }

    /// <summary>Where an amount of business time ends within a regular stretch; null when it does not.</summary>
    private Instant? ForwardRegularly(Instant at, Instant until, Duration amount, bool atClosing, Offset offset)
    {
        if (amount > s_longestStretch)
        {
            return null;
        }

        var most = (until - at).ToInt64Nanoseconds();
        var takes = _regular.Until(LocalWeek(at, offset).Moment, amount.ToInt64Nanoseconds(), atClosing, most);

        // What opens when the stretch ends is for the next one to say.
        return takes is { } time && (atClosing || time < most) ? at + Duration.FromNanoseconds(time) : null;
    }

    private static (int Week, long Moment) LocalWeek(Instant at, Offset offset)
    {
        var (day, time) = LocalDay(at, offset);
        return (day / 7, (day % 7 * NodaConstants.NanosecondsPerDay) + time);
    }

    // Days since a Monday and the time of day, on the clock of an offset.
    private static (int Day, long Time) LocalDay(Instant at, Offset offset)
    {
        var since = at - s_epoch;
        var (day, time) = (since.Days, since.NanosecondOfDay + offset.Nanoseconds);
        return time < 0 ? (day - 1, time + NodaConstants.NanosecondsPerDay)
            : time >= NodaConstants.NanosecondsPerDay ? (day + 1, time - NodaConstants.NanosecondsPerDay)
            : (day, time);
    }
}
