using Crm.Samples.Console.Input;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Segments;

/// <summary>A moment as people write it: an instant, or a day, which stands for its end.</summary>
internal static class Moments
{
    public static Instant? Parse(string text, DateTimeZone zone) =>
        InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) && at.InUtc().Year >= 1 ? at
        : Cells.ParseDay(text) is { Year: >= 1 and <= 9998 } day ? day.PlusDays(1).AtStartOfDayInZone(zone).ToInstant() - Duration.FromMilliseconds(1)
        : null;
}
