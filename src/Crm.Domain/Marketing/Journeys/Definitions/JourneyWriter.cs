using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Automation;
using Crm.Domain.Criteria;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Marketing;

/// <summary>A journey as JSON.</summary>
internal static class JourneyWriter
{
    public static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");

    private static readonly JsonWriterOptions s_written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JourneyDefinition journey)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_written))
        {
            json.WriteStartObject();
            Write(json, journey.Entry);
            json.WriteString("reentry", journey.Reentry switch { { IsAllowed: false } => "never", { After: { } after } => Text(after), _ => "always" });
            if (journey.Exit is { } exit)
            {
                Criteria(json, "exit", exit);
            }

            if (journey.ControlShare > 0)
            {
                json.WriteNumber("control", journey.ControlShare);
            }

            if (journey.Goal is { } goal)
            {
                json.WriteStartObject("goal");
                json.WriteString("event", goal.Event);
                NotEverything(json, "where", goal.Where);
                json.WriteString("within", Text(goal.Within));
                json.WriteEndObject();
            }

            json.WriteStartArray("steps");
            foreach (var step in journey.Steps)
            {
                Write(json, step);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Text(Period period) => PeriodPattern.NormalizingIso.Format(period);

    private static void Write(Utf8JsonWriter json, JourneyEntry entry)
    {
        json.WriteStartObject("entry");
        json.WriteString("by", JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()));
        Optional(json, "segment", entry.Segment);
        Optional(json, "event", entry.Event);
        NotEverything(json, "where", entry.Where);
        NotEverything(json, "when", entry.When);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JourneyStep step)
    {
        json.WriteStartObject();
        json.WriteString("key", step.Key);
        switch (step)
        {
            case JourneyActionStep act:
                json.WriteString("do", act.Action.Do);
                act.Action.WriteValues(json);
                break;
            case JourneyConditionStep condition:
                Criteria(json, "when", condition.When);
                break;
            case JourneyDecisionStep decision:
                json.WriteString("await", decision.Event);
                NotEverything(json, "where", decision.Where);
                json.WriteString("within", Text(decision.Within));
                break;
            case JourneyDelayStep { Delay: var delay }:
                Write(json, delay);
                break;
        }

        foreach (var (member, key) in step.Followers)
        {
            json.WriteString(member, key);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, JourneyDelay delay)
    {
        json.WriteStartObject("wait");
        Optional(json, "for", delay.For is { } period ? Text(period) : null);
        Optional(json, "date", delay.Date is { } date ? LocalDatePattern.Iso.Format(date) : null);
        Optional(json, "at", delay.At is { } at ? Time.Format(at) : null);
        if (delay.Hours is { } hours)
        {
            json.WriteStartArray("between");
            json.WriteStringValue(Time.Format(hours.From));
            json.WriteStringValue(Time.Format(hours.Until));
            json.WriteEndArray();
        }

        if (delay.Weekdays.Count > 0)
        {
            json.WriteStartArray("weekdays");
            foreach (var day in delay.Weekdays)
            {
                json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(day.ToString()));
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void NotEverything(Utf8JsonWriter json, string name, Criterion criterion)
    {
        if (criterion != Criterion.Everything)
        {
            Criteria(json, name, criterion);
        }
    }

    private static void Criteria(Utf8JsonWriter json, string name, Criterion criterion)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(criterion.ToJson());
    }
}
