using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Marketing;

/// <summary>Reads the members of JSON objects and gathers what is wrong with them.</summary>
internal sealed class JourneyPlaces(CrmErrorDescriber errors)
{
    private const int MostDays = 3_660;
    private const long MostHours = MostDays * 24L;

    private readonly List<CrmError> _found = [];

    public IReadOnlyList<CrmError> Found => _found;

    public void Wrong(string path, string reason) => _found.Add(errors.JourneyMalformed(path, reason));

    public T Wrong<T>(string path, string reason, T instead)
    {
        Wrong(path, reason);
        return instead;
    }

    public T Missing<T>(JsonElement element, string name, T instead)
    {
        if (!element.TryGetProperty(name, out _))
        {
            Wrong($"$.{name}", "an object was expected");
        }

        return instead;
    }

    public bool Is(JsonElement element, string path, params string[] members)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, $"an object with {string.Join(", ", members)} was expected");
            return false;
        }

        var others = element.EnumerateObject().Where(m => !members.Contains(m.Name)).Select(m => m.Name).Take(20).ToList();
        others.ForEach(name => Wrong($"{path}.{name}", "there is no such member"));
        return others.Count == 0;
    }

    public string? Text(JsonElement element, string name, string path)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 200 } text)
        {
            return text;
        }

        return Wrong<string?>($"{path}.{name}", "a text of at most 200 characters was expected", null);
    }

    public string? Key(JsonElement element, string path) =>
        element.TryGetProperty("key", out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && JourneyKeys.IsKey(text) ? text
        : Wrong<string?>($"{path}.key", $"1 to {JourneyStep.MaxKeyLength} lower-case letters, digits and hyphens, beginning with a letter, were expected", null);

    public string? Follower(JsonElement element, string name, string path) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null : Text(element, name, path);

    public Criterion? Criteria(JsonElement element, string name, string path)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var read = CriteriaJson.Read(value, $"{path}.{name}", errors);
        if (read.TryGetValue(out var criterion))
        {
            return criterion;
        }

        _found.AddRange(read.Errors);
        return null;
    }

    public Period? Period(JsonElement element, string name, string path)
    {
        if (Text(element, name, path) is not { } text)
        {
            return null;
        }

        var read = PeriodPattern.NormalizingIso.Parse(text);
        return read.Success && IsUsable(read.Value) ? read.Value : Wrong<Period?>($"{path}.{name}", "an interval such as P3D or PT4H was expected, more than nothing and at most ten years", null);
    }

    public JourneyDelay Delay(JsonElement element, string path)
    {
        var delay = new JourneyDelay();
        if (!Is(element, path, "for", "date", "at", "between", "weekdays"))
        {
            return delay;
        }

        delay = new JourneyDelay
        {
            For = element.TryGetProperty("for", out _) ? Period(element, "for", path) : null,
            Date = element.TryGetProperty("date", out _) ? Parsed(element, "date", path, LocalDatePattern.Iso, "a date such as 2026-12-24") : null,
            At = element.TryGetProperty("at", out _) ? Parsed(element, "at", path, JourneyWriter.Time, "a time such as 09:00") : null,
            Hours = element.TryGetProperty("between", out var between) ? Hours(between, $"{path}.between") : null,
            Weekdays = element.TryGetProperty("weekdays", out var days) ? Days(days, $"{path}.weekdays") : [],
        };
        if (delay is { For: not null, Date: not null } or { At: not null, Hours: not null } or { For: null, Date: null, At: null, Hours: null, Weekdays: [] })
        {
            Wrong(path, "an interval or a date, a time or a window, or weekdays were expected");
        }

        return delay;
    }

    private static bool IsUsable(Period period) =>
        period is { Years: >= 0, Months: >= 0, Weeks: >= 0, Days: >= 0, Hours: >= 0, Minutes: >= 0, Seconds: >= 0, Milliseconds: >= 0, Ticks: >= 0, Nanoseconds: >= 0 }
        && !period.Equals(NodaTime.Period.Zero)
        && period is { Years: <= 10, Months: <= 120, Weeks: <= 530, Days: <= MostDays, Hours: <= MostHours, Minutes: <= MostHours * 60, Seconds: <= MostHours * 3600 }
        && (period.Years * 365L) + (period.Months * 30L) + (period.Weeks * 7L) + period.Days + (period.Hours / 24) <= MostDays;

    private T? Parsed<T>(JsonElement element, string name, string path, IPattern<T> pattern, string expected)
        where T : struct
    {
        if (Text(element, name, path) is not { } text)
        {
            return null;
        }

        var read = pattern.Parse(text);
        return read.Success ? read.Value : Wrong<T?>($"{path}.{name}", $"{expected} was expected", null);
    }

    private JourneyHours? Hours(JsonElement element, string path)
    {
        var times = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? JourneyWriter.Time.Parse(e.GetString()!) : null).ToList() : [];
        return times is [{ Success: true } from, { Success: true } until] && from.Value != until.Value
            ? new JourneyHours(from.Value, until.Value)
            : Wrong<JourneyHours?>(path, "two different times such as 09:00 and 18:00 were expected", null);
    }

    private IReadOnlyList<IsoDayOfWeek> Days(JsonElement element, string path)
    {
        var days = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? RuleNotes.Member<IsoDayOfWeek>(e.GetString()) : null).ToList() : [];
        return days.Count > 0 && days.TrueForAll(d => d is not (null or IsoDayOfWeek.None)) && days.Distinct().Count() == days.Count
            ? days.ConvertAll(d => d!.Value)
            : Wrong<IReadOnlyList<IsoDayOfWeek>>(path, "days such as monday were expected, each once", []);
    }
}
