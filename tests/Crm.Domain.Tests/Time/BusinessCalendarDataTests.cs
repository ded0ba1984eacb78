using System.Text.Json;
using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Testing;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Tests.Time;

/// <summary>Worked cases of other products (Zammad, biz, Frappe Helpdesk, ERPNext, GLPI): deadlines, elapsed time and open periods.</summary>
[Trait("Check", "SC-06")]
[Trait("Check", "SC-07")]
public class BusinessCalendarDataTests
{
    private static readonly string[] s_days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    [SkippableFact]
    public void Add_OfWorkedDeadlines_AgreesWithEveryOne()
    {
        var cases = Cases("deadline");

        cases.Should().HaveCountGreaterThan(80);
        cases.Should().AllSatisfy(c => Math.Abs((At(c.GetProperty("expected"), "due") - Due(c)).TotalSeconds)
            .Should().BeLessThanOrEqualTo(c.TryGetProperty("toleranceSeconds", out var t) ? t.GetDouble() : 0, c.GetProperty("id").GetString()));
    }

    [SkippableFact]
    public void Elapsed_OfWorkedSpans_AgreesWithEveryOne()
    {
        var cases = Cases("elapsed");

        cases.Should().HaveCountGreaterThan(20);
        cases.Should().AllSatisfy(c =>
        {
            var calendar = Calendar(c);
            var used = calendar.Elapsed(At(c, "from"), At(c, "to"))
                - Pauses(c).Aggregate(Duration.Zero, (sum, pause) => sum + Overlap(calendar, c, pause));
            used.TotalSeconds.Should().Be(c.GetProperty("expected").GetProperty("businessSeconds").GetDouble(), c.GetProperty("id").GetString());
        });
    }

    [SkippableFact]
    public void OpenPeriods_OfWorkedWeeks_AgreeWithEveryOne()
    {
        var cases = Cases("periods");

        cases.Should().HaveCountGreaterThan(10);
        cases.Should().AllSatisfy(c =>
        {
            var expected = c.GetProperty("expected").GetProperty("openSegments").EnumerateArray()
                .Select(segment => new Interval(At(segment[0]), At(segment[1]))).ToList();
            Calendar(c).OpenPeriods(new(At(c, "origin"), expected[^1].End + Duration.FromMinutes(1))).Should().Equal(expected, c.GetProperty("id").GetString());
        });
    }

    private static Duration Overlap(BusinessCalendar calendar, JsonElement c, (Instant From, Instant To) pause)
    {
        var (from, to) = (Instant.Max(pause.From, At(c, "from")), Instant.Min(pause.To, At(c, "to")));
        return from < to ? calendar.Elapsed(from, to) : Duration.Zero;
    }

    private static Instant Due(JsonElement c)
    {
        var (calendar, start, target) = (Calendar(c), At(c, "start"), c.GetProperty("target"));
        var amount = target.GetProperty("amount").GetDouble();
        var held = Duration.FromSeconds(c.TryGetProperty("heldSeconds", out var seconds) ? seconds.GetDouble() : 0);
        if (target.GetProperty("unit").GetString() == "days")
        {
            var day = calendar.AddDays(start, (int)amount);
            return calendar.Add(target.TryGetProperty("endOfWorkingDay", out var end) && end.GetBoolean() ? calendar.EndOfWorkingDay(day) : day, held);
        }

        var time = Duration.FromSeconds(amount * (target.GetProperty("unit").GetString() == "minutes" ? 60 : 1));
        return time < Duration.Zero
            ? calendar.Subtract(start, -time)
            : calendar.Add(SlaDuration.Of(time).DueFrom(calendar, start, Pauses(c).Select(p => new Interval(p.From, p.To))), held);
    }

    private static BusinessCalendar Calendar(JsonElement c)
    {
        var json = c.GetProperty("calendar");
        return new(
            DateTimeZoneProviders.Tzdb[json.GetProperty("zone").GetString()!],
            Entries(json, "weekly").Select(day => KeyValuePair.Create((IsoDayOfWeek)(Array.IndexOf(s_days, day.Name) + 1), Intervals(day.Value))),
            Entries(json, "shifts").Select(day => KeyValuePair.Create(LocalDatePattern.Iso.Parse(day.Name).Value, Intervals(day.Value))).Concat(
                json.GetProperty("holidays").EnumerateArray()
                    .Select(day => KeyValuePair.Create<LocalDate, IReadOnlyList<BusinessInterval>>(LocalDatePattern.Iso.Parse(day.GetString()!).Value, []))),
            Entries(json, "breaks").Select(day => KeyValuePair.Create(LocalDatePattern.Iso.Parse(day.Name).Value, Intervals(day.Value))));
    }

    private static IEnumerable<JsonProperty> Entries(JsonElement json, string name) =>
        json.TryGetProperty(name, out var entries) ? entries.EnumerateObject() : [];

    private static IReadOnlyList<BusinessInterval> Intervals(JsonElement spans) =>
        [.. spans.EnumerateArray().Select(span => BusinessInterval.Parse($"{span[0].GetString()}-{span[1].GetString()}"))];

    private static IEnumerable<(Instant From, Instant To)> Pauses(JsonElement c) =>
        c.GetProperty("pauses").EnumerateArray().Select(pause => (At(pause, "from"), At(pause, "to")));

    private static List<JsonElement> Cases(string kind) =>
        [.. JsonDocument.Parse(File.ReadAllText(TestData.Require("service/sla-cases.json"))).RootElement.GetProperty("cases")
            .EnumerateArray().Where(c => c.GetProperty("kind").GetString() == kind)];

    private static Instant At(JsonElement json, string name) => At(json.GetProperty(name));

    private static Instant At(JsonElement json) => InstantPattern.General.Parse(json.GetString()!).Value;
}
