using System.Buffers;
using System.Text;
using System.Text.Json;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <content>Working hours as JSON.</content>
public sealed partial record ServiceHours
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads working hours from JSON, as the reference page of the console describes it.</summary>
    /// <param name="json">An object with <c>zone</c>, <c>weekly</c>, and if need be <c>nightShifts</c>, <c>holidays</c>, <c>days</c> and <c>breaks</c>.</param>
    /// <param name="errors">The words of refusals; the default ones when null.</param>
    /// <returns>The hours, or <c>ServiceDefinitionUnreadable</c> with the JSON path as target. They are checked by <see cref="ToCalendar"/>.</returns>
    public static CrmResult<ServiceHours> Parse(string json, CrmErrorDescriber? errors = null) => DefinitionPlace.Read(json, errors ?? CrmErrorDescriber.Default, Read);

    /// <summary>Reads dates that differ from JSON.</summary>
    /// <param name="json">An object with <c>holidays</c>, <c>days</c> and <c>breaks</c>, as in <see cref="Parse"/>.</param>
    /// <param name="errors">The words of refusals; the default ones when null.</param>
    /// <returns>The dates, or <c>ServiceDefinitionUnreadable</c> with the JSON path as target.</returns>
    public static CrmResult<IReadOnlyList<ServiceDay>> ParseDays(string json, CrmErrorDescriber? errors = null) =>
        DefinitionPlace.Read<IReadOnlyList<ServiceDay>>(json, errors ?? CrmErrorDescriber.Default, place => DaysOf(place.With("holidays", "days", "breaks")));

    /// <summary>The hours as JSON.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            json.WriteString("zone", Zone);
            if (NightShifts)
            {
                json.WriteBoolean("nightShifts", true);
            }

            json.WriteStartObject("weekly");
            foreach (var (day, intervals) in Weekly)
            {
                Write(json, day.ToString().ToLowerInvariant(), intervals);
            }

            json.WriteEndObject();
            Write(json, "holidays", null, Days.Where(d => d.Kind == ServiceDayKind.Holiday));
            Write(json, "days", "open", Days.Where(d => d.Kind == ServiceDayKind.Hours));
            Write(json, "breaks", "closed", Days.Where(d => d.Kind == ServiceDayKind.Break));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, string? intervals, IEnumerable<ServiceDay> days)
    {
        json.WriteStartArray(name);
        foreach (var day in days)
        {
            json.WriteStartObject();
            json.WriteString("date", LocalDatePattern.Iso.Format(day.Date));
            if (intervals is not null)
            {
                Write(json, intervals, day.Intervals);
            }

            if (day.Name is { } text)
            {
                json.WriteString("name", text);
            }

            if (day.Feed is { } feed)
            {
                json.WriteString("feed", feed);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<BusinessInterval> intervals)
    {
        json.WriteStartArray(name);
        foreach (var interval in intervals)
        {
            json.WriteStringValue(interval.ToString());
        }

        json.WriteEndArray();
    }

    private static ServiceHours Read(DefinitionPlace place)
    {
        place.Only("zone", "nightShifts", "weekly", "holidays", "days", "breaks");
        var weekly = new Dictionary<IsoDayOfWeek, IReadOnlyList<BusinessInterval>>();
        foreach (var (name, value) in place["weekly"].Members)
        {
            foreach (var day in DaysNamed(name) ?? throw value.Unreadable("monday to sunday, weekdays or daily was expected"))
            {
                weekly[day] = Intervals(value);
            }
        }

        return new ServiceHours(place["zone"].Text)
        {
            Weekly = weekly,
            NightShifts = place.Find("nightShifts")?.Flag ?? false,
            Days = DaysOf(place),
        };
    }

    private static ServiceDay[] DaysOf(DefinitionPlace place) =>
    [
        .. place.ItemsOf("holidays").Select(Holiday),
        .. place.ItemsOf("days").Select(d => Named(d.With("date", "open", "name", "feed"), ServiceDay.Open(d["date"].Date, Some(d["open"])))),
        .. place.ItemsOf("breaks").Select(d => Named(d.With("date", "closed", "name", "feed"), ServiceDay.Break(d["date"].Date, Some(d["closed"])))),
    ];

    private static ServiceDay Holiday(DefinitionPlace place) => place.IsText
        ? ServiceDay.Holiday(place.Date)
        : Named(place.With("date", "name", "feed"), ServiceDay.Holiday(place["date"].Date));

    private static ServiceDay Named(DefinitionPlace place, ServiceDay day) =>
        place.Guarded(p => day with { Name = p.Find("name")?.Text, Feed = p.Find("feed")?.Text });

    private static List<BusinessInterval> Intervals(DefinitionPlace place) =>
        [.. place.Items.Select(i => BusinessInterval.TryParse(i.Text, out var interval) ? interval : throw i.Unreadable("two times were expected, such as 09:00-17:30"))];

    private static List<BusinessInterval> Some(DefinitionPlace place) => Intervals(place) is { Count: > 0 } some ? some : throw place.Unreadable("at least one interval was expected");

    private static IsoDayOfWeek[]? DaysNamed(string name) => name switch
    {
        "weekdays" => [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday],
        "daily" => [.. Enum.GetValues<IsoDayOfWeek>().Where(d => d != IsoDayOfWeek.None)],
        _ => Enum.TryParse<IsoDayOfWeek>(name, ignoreCase: true, out var day) && day != IsoDayOfWeek.None && Enum.IsDefined(day) && char.IsAsciiLetter(name[0]) ? [day] : null,
    };
}
