using Crm.Domain.Service;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Benchmarks;

/// <summary>Starts over three years on a plain week, and targets of minutes to weeks.</summary>
internal static class DeadlineSamples
{
    public const int Count = 1024;

    public static BusinessCalendar Week { get; } = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30").Build();

    /// <summary>The same week with the dozen holidays of four years.</summary>
    public static BusinessCalendar WithHolidays { get; } = BusinessHours.In("Europe/Rome").OnWeekdays("09:00-12:00", "13:00-17:30")
        .Closed([.. Enumerable.Range(2025, 4).SelectMany(year => Enumerable.Range(1, 12).Select(month => new LocalDate(year, month, 1 + ((month * 7) % 28))))])
        .Build();

    public static (Instant Start, SlaDuration Target)[] All { get; } = Make();

    /// <summary>The loop that desks write by hand: day by day, interval by interval, until the minutes are used up.</summary>
    public static Instant WalkDays(BusinessCalendar calendar, Instant start, Duration target)
    {
        var left = target;
        var zone = calendar.Zone;
        for (var date = start.InZone(zone).Date; ; date = date.PlusDays(1))
        {
            foreach (var interval in calendar.IntervalsOn(date))
            {
                var opens = Instant.Max(start, zone.AtLeniently(date + interval.Start).ToInstant());
                var closes = zone.AtLeniently(date + interval.End).ToInstant();
                if (closes <= opens)
                {
                    continue;
                }

                if (closes - opens >= left)
                {
                    return opens + left;
                }

                left -= closes - opens;
            }
        }
    }

    private static (Instant Start, SlaDuration Target)[] Make()
    {
        var random = new Random(5);
        double[] minutes = [30, 60, 240, 480, 960, 2400];
        return [.. Enumerable.Range(0, Count).Select(_ => (
            Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(random.Next(3 * 365 * 24 * 60)), SlaDuration.OfMinutes(minutes[random.Next(minutes.Length)])))];
    }
}
