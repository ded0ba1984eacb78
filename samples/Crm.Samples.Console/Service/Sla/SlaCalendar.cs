using Crm.Domain.Time;
using Crm.Samples.Console.Input;
using NodaTime;

namespace Crm.Samples.Console.Service.Sla;

/// <summary>The calendar of a case: weekly hours, dates that replace them, closed spans.</summary>
internal static class SlaCalendar
{
    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static BusinessCalendar Read(JsonPlace place)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(place["zone"].Text) ?? throw place["zone"].Unusable($"{place["zone"].Text} is not an IANA time zone, such as Europe/Rome.");
        var dates = new Dictionary<LocalDate, IReadOnlyList<BusinessInterval>>();
        foreach (var (day, spans) in Entries(place, "shifts"))
        {
            dates[spans.DateOf(day)] = Intervals(spans);
        }

        foreach (var holiday in place.Find("holidays")?.Items ?? [])
        {
            dates[holiday.Date] = [];
        }

        try
        {
            return new BusinessCalendar(
                zone,
                place["weekly"].Members.Select(m => KeyValuePair.Create(Day(m.Name, m.Value), Intervals(m.Value))),
                dates,
                Entries(place, "breaks").Select(m => KeyValuePair.Create(m.Value.DateOf(m.Name), Intervals(m.Value))));
        }
        catch (ArgumentException closed)
        {
            throw place["weekly"].Unusable(closed.Message);
        }
    }

    private static IEnumerable<(string Name, JsonPlace Value)> Entries(JsonPlace place, string name) => place.Find(name)?.Members ?? [];

    private static IsoDayOfWeek Day(string name, JsonPlace place) => Array.IndexOf(s_days, name) is >= 0 and var index
        ? (IsoDayOfWeek)(index + 1)
        : throw place.Unusable($"{name}: one of {string.Join(", ", s_days)} was expected.");

    private static IReadOnlyList<BusinessInterval> Intervals(JsonPlace spans) =>
    [
        .. spans.Items.Select(span => span.Items.Select(time => time.Text).ToList() is [var from, var to] && BusinessInterval.TryParse($"{from}-{to}", out var interval)
            ? interval
            : throw span.Unusable("An opening and a closing time were expected, such as [\"09:00\", \"17:30\"].")),
    ];
}
