using NodaTime;

namespace Crm.Domain.Time;

/// <content>Reckoning with business time, between the years 1 and 9998.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>
    /// The earliest instant by which an amount of business time has passed. Reached at closing time, it is closing time and
    /// not the next opening; nothing at all leaves the start where it is, open or not.
    /// </summary>
    /// <param name="start">Where to begin, inside or outside working hours.</param>
    /// <param name="businessTime">How much; a negative amount goes back as <see cref="Subtract"/> does.</param>
    /// <returns>The instant: <see cref="Elapsed"/> from <paramref name="start"/> to it is <paramref name="businessTime"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant would lie after the year 9998.</exception>
    public Instant Add(Instant start, Duration businessTime) => businessTime < Duration.Zero
        ? Subtract(start, -businessTime)
        : businessTime == Duration.Zero ? start : Walk(start, businessTime, atClosing: true);

    /// <summary>The latest instant from which an amount of business time passes until another: the mirror of <see cref="Add"/>.</summary>
    /// <param name="end">Where to end.</param>
    /// <param name="businessTime">How much; a negative amount goes forward as <see cref="Add"/> does.</param>
    /// <returns>The instant: <see cref="Elapsed"/> from it to <paramref name="end"/> is <paramref name="businessTime"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The instant would lie before the year 1.</exception>
    public Instant Subtract(Instant end, Duration businessTime)
    {
        if (businessTime <= Duration.Zero)
        {
            return businessTime == Duration.Zero ? end : Add(end, -businessTime);
        }

        // Go back until enough time lies ahead, then walk forward over what is too much.
        for (var weeks = 1 + (businessTime / _week); ; weeks *= 2)
        {
            var from = (end - s_first) / s_sevenDays > weeks ? end - (s_sevenDays * weeks) : s_first;
            var spare = from < end ? Elapsed(from, end) - businessTime : -businessTime;
            if (spare >= Duration.Zero)
            {
                return Walk(from, spare, atClosing: false);
            }

            if (from == s_first)
            {
                throw new ArgumentOutOfRangeException(nameof(businessTime), businessTime, "The instant lies before the year 1.");
            }
        }
    }

    /// <summary>The business time between two instants.</summary>
    /// <param name="from">The earlier one.</param>
    /// <param name="to">The later one.</param>
    /// <returns>Zero or more; zero when <paramref name="to"/> is before <paramref name="from"/>.</returns>
    public Duration Elapsed(Instant from, Instant to)
    {
        var total = Duration.Zero;
        var end = Instant.Min(to, s_last);
        for (var at = Instant.Max(from, s_first); at < end;)
        {
            var (stretch, isRegular, offset) = StretchFrom(at);
            var until = Instant.Min(stretch, end);
            if (isRegular)
            {
                total += ElapsedRegularly(at, until, offset);
            }
            else
            {
                foreach (var (opens, closes) in Pieces(at).TakeWhile(piece => piece.Start < until))
                {
                    total += Instant.Min(closes, until) - opens;
                }
            }

            at = until;
        }

        return total;
    }

    /// <summary>Whether an instant lies in working hours; an opening time does, a closing time does not.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Whether the business is open.</returns>
    public bool IsOpen(Instant instant)
    {
        if (instant < s_first || instant >= s_last)
        {
            return false;
        }

        var (_, isRegular, offset) = StretchFrom(instant);
        return isRegular ? _regular.IsOpen(LocalWeek(instant, offset).Moment) : Pieces(instant).Take(1).Any(piece => piece.Start == instant);
    }

    /// <summary>The first moment of working hours from an instant on; where a target of nothing from a closed moment falls due.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>The instant itself when open, else the next opening.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is none before the end of the year 9998.</exception>
    public Instant NextOpen(Instant instant)
    {
        var (until, isRegular, offset) = StretchFrom(Instant.Max(instant, s_first));
        if (isRegular && instant >= s_first && ForwardRegularly(instant, until, Duration.Zero, atClosing: false, offset) is { } opening)
        {
            return opening;
        }

        foreach (var (opens, _) in Pieces(instant))
        {
            return opens;
        }

        throw new ArgumentOutOfRangeException(nameof(instant), instant, "The next opening lies beyond the year 9998.");
    }

    /// <summary>The working hours within an interval.</summary>
    /// <param name="interval">An interval with a start and an end.</param>
    /// <returns>The open stretches in order, clipped to the interval, touching ones joined.</returns>
    /// <exception cref="ArgumentException"><paramref name="interval"/> has no start or no end.</exception>
    public IReadOnlyList<Interval> OpenPeriods(Interval interval)
    {
        if (!interval.HasStart || !interval.HasEnd)
        {
            throw new ArgumentException("An interval with both ends was expected.", nameof(interval));
        }

        var periods = new List<Interval>();
        foreach (var (opens, closes) in Pieces(interval.Start).TakeWhile(piece => piece.Start < interval.End))
        {
            var end = Instant.Min(closes, interval.End);
            if (periods.Count > 0 && periods[^1].End == opens)
            {
                periods[^1] = new(periods[^1].Start, end);
            }
            else
            {
                periods.Add(new(opens, end));
            }
        }

        return periods;
    }

    // Forward over an amount: at a closing time, stay there (the earliest instant) or go on to the next opening (the latest).
    private Instant Walk(Instant start, Duration amount, bool atClosing)
    {
        var left = amount;
        for (var at = Instant.Max(start, s_first); at < s_last;)
        {
            var (until, isRegular, offset) = StretchFrom(at);
            if (isRegular)
            {
                if (ForwardRegularly(at, until, left, atClosing, offset) is { } reached)
                {
                    return reached;
                }

                left -= ElapsedRegularly(at, until, offset);
            }
            else
            {
                foreach (var (opens, closes) in Pieces(at).TakeWhile(piece => piece.Start < until))
                {
                    var length = Instant.Min(closes, until) - opens;
                    if (atClosing ? length >= left : length > left)
                    {
                        return opens + left;
                    }

                    left -= length;
                }
            }

            at = until;
        }

        throw new ArgumentOutOfRangeException(nameof(amount), amount, "The instant lies beyond the year 9998.");
    }
}
