using Crm.Domain.Service;
using Crm.Domain.Time;
using Crm.Samples.Console.Input;
using NodaTime;
using NodaTime.Text;

namespace Crm.Samples.Console.Service.Sla;

/// <summary>Reckons one case of a file, whatever its kind. What the file expects is not read.</summary>
internal static class SlaCase
{
    public static SlaAnswer Answer(JsonPlace place)
    {
        var id = place["id"].Text;
        try
        {
            var calendar = SlaCalendar.Read(place["calendar"]);
            var values = place["kind"].Text switch
            {
                "deadline" => Deadline(place, calendar),
                "elapsed" => Elapsed(place, calendar),
                "periods" => Periods(place, calendar),
                "timeline" => SlaCaseTimeline.Answer(place, calendar),
                var other => throw place["kind"].Unusable($"{other}: deadline, elapsed, periods or timeline was expected."),
            };
            return new SlaAnswer(id, new Dictionary<string, object?>([KeyValuePair.Create("id", (object?)id), .. values]));
        }
        catch (ArgumentException impossible)
        {
            throw place.Unusable(impossible.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>An instant as the files write it: whole seconds in UTC.</summary>
    public static string? Text(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;

    public static long Seconds(Duration time) => (long)Math.Floor(time.TotalSeconds);

    private static IEnumerable<KeyValuePair<string, object?>> Deadline(JsonPlace place, BusinessCalendar calendar)
    {
        var (start, target) = (place["start"].At, place["target"]);
        var pauses = Spans(place);
        var held = place.Find("heldSeconds") is { } seconds ? Duration.FromSeconds(seconds.Number) : Duration.Zero;
        var due = calendar.Add(Moved(calendar, start, target, pauses), held);
        yield return new("due", Text(due));
        yield return new("waitingBusinessSeconds", Seconds(Waited(calendar, pauses, start, null)));
        if (place.Find("escalationLevel") is { } level)
        {
            yield return new("escalationAt", Text(level["offset"].Number == 0 ? due : Moved(calendar, due, level, [], "offset")));
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Elapsed(JsonPlace place, BusinessCalendar calendar)
    {
        var (from, to) = (place["from"].At, place["to"].At);
        var used = calendar.Elapsed(from, to) - Waited(calendar, Spans(place), from, to);
        yield return new("businessSeconds", Seconds(used));
        if (place.Find("targetMinutes") is { } target)
        {
            yield return new("slackMinutes", target.Number - (Seconds(used) / 60.0));
        }
    }

    private static IEnumerable<KeyValuePair<string, object?>> Periods(JsonPlace place, BusinessCalendar calendar)
    {
        const int Most = 1_000;

        // A calendar that never closes has one period without an end.
        const int MostWeeks = 520;
        var origin = place["origin"].At;
        var count = place.Find("count") is { } wanted ? wanted.Whole : 10;
        if (count is < 1 or > Most)
        {
            throw place["count"].Unusable($"1 to {Most} was expected.");
        }

        var periods = new List<Interval>();
        for (var weeks = 1; periods.Count <= count && weeks <= MostWeeks; weeks *= 2)
        {
            periods = [.. calendar.OpenPeriods(new(origin, origin + Duration.FromDays(7 * weeks)))];
        }

        yield return new("openSegments", periods.Take(count).Select(p => new[] { Text(p.Start), Text(p.End) }).ToList());
    }

    // A negative amount goes back; days keep the time of day, and then pauses move what came out.
    private static Instant Moved(BusinessCalendar calendar, Instant start, JsonPlace amount, IReadOnlyList<Interval> pauses, string member = "amount")
    {
        var (number, unit) = (amount[member], amount["unit"].Text);
        var toEnd = amount.Find("endOfWorkingDay") is { Flag: true };
        if (unit == "days")
        {
            return number.Whole < 0
                ? calendar.AddDays(start, number.Whole)
                : SlaDuration.OfDays(number.Whole, toEnd).DueFrom(calendar, start, pauses);
        }

        var time = Duration.FromSeconds(number.Number * (unit switch
        {
            "seconds" => 1,
            "minutes" => 60,
            "hours" => 3_600,
            _ => throw amount["unit"].Unusable("seconds, minutes, hours or days was expected."),
        }));
        return time < Duration.Zero ? calendar.Subtract(start, -time) : SlaDuration.Of(time).DueFrom(calendar, start, pauses);
    }

    private static List<Interval> Spans(JsonPlace place) => place.Find("pauses") is not { } pauses ? [] :
    [
        .. pauses.Items.Select(p => p["to"].At is var to && to >= p["from"].At
            ? new Interval(p["from"].At, to)
            : throw p.Unusable("A pause that ends after it begins was expected.")),
    ];

    private static Duration Waited(BusinessCalendar calendar, IReadOnlyList<Interval> pauses, Instant from, Instant? to)
    {
        var (total, until) = (Duration.Zero, from);
        foreach (var pause in pauses.OrderBy(p => p.Start))
        {
            var (start, end) = (Instant.Max(pause.Start, until), to is { } last ? Instant.Min(pause.End, last) : pause.End);
            total += start < end ? calendar.Elapsed(start, end) : Duration.Zero;
            until = Instant.Max(until, end);
        }

        return total;
    }
}
