using System.Buffers;
using System.Text;
using System.Text.Json;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <content>The terms of a policy as JSON.</content>
public sealed partial record SlaPolicyTerms
{
    private static readonly JsonWriterOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads terms from JSON, as the reference page of the console describes it.</summary>
    /// <param name="json">An object with <c>targets</c>, and if need be <c>calendar</c>, <c>pauses</c>, <c>holdIsFirstResponse</c>, <c>reopening</c> and <c>levels</c>.</param>
    /// <param name="errors">The words of refusals; the default ones when null.</param>
    /// <returns>The terms, or <c>ServiceDefinitionUnreadable</c> with the JSON path as target. They are checked when a policy takes them.</returns>
    public static CrmResult<SlaPolicyTerms> Parse(string json, CrmErrorDescriber? errors = null) => DefinitionPlace.Read(json, errors ?? CrmErrorDescriber.Default, Read);

    /// <summary>The terms as JSON.</summary>
    /// <returns>What <see cref="Parse"/> reads.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_json))
        {
            json.WriteStartObject();
            json.WriteString("calendar", CalendarKey);
            json.WriteStartObject("targets");
            foreach (var (priority, promise) in Promises)
            {
                json.WriteStartObject(Camel(priority));
                Write(json, "firstResponse", promise.FirstResponse);
                Write(json, "nextResponse", promise.NextResponse);
                Write(json, "resolution", promise.Resolution);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("pauses");
            json.WriteBoolean("firstResponse", PausesFirstResponse);
            json.WriteBoolean("nextResponse", PausesNextResponse);
            json.WriteBoolean("resolution", PausesResolution);
            json.WriteEndObject();
            json.WriteBoolean("holdIsFirstResponse", HoldIsFirstResponse);
            json.WriteString("reopening", Camel(Reopening));
            json.WriteStartArray("levels");
            foreach (var level in Levels)
            {
                Write(json, level);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, string name, SlaDuration? target)
    {
        if (target is null)
        {
            return;
        }

        json.WriteStartObject(name);
        if (target.Days is { } days)
        {
            json.WriteNumber("days", days);
            if (target.ToEndOfDay)
            {
                json.WriteBoolean("endOfDay", true);
            }
        }
        else
        {
            Write(json, "minutes", "time", target.Time);
        }

        json.WriteEndObject();
    }

    // Whole minutes as people write them; what is finer exactly.
    private static void Write(Utf8JsonWriter json, string minutes, string exact, Duration time)
    {
        if (time == Duration.FromMinutes((long)time.TotalMinutes))
        {
            json.WriteNumber(minutes, (long)time.TotalMinutes);
        }
        else
        {
            json.WriteString(exact, DurationPattern.Roundtrip.Format(time));
        }
    }

    private static void Write(Utf8JsonWriter json, EscalationLevel level)
    {
        json.WriteStartObject();
        json.WriteString("name", level.Name);
        if (level.Target is { } target)
        {
            json.WriteString("target", Camel(target));
        }

        json.WriteStartObject("at");
        if (level.At.Share is { } share)
        {
            json.WriteNumber("share", share);
        }
        else
        {
            Write(json, "fromDueMinutes", "fromDue", level.At.Offset);
        }

        json.WriteEndObject();
        json.WriteStartArray("actions");
        foreach (var action in level.Actions)
        {
            json.WriteStartObject();
            json.WriteString("kind", Camel(action.Kind));
            if (action.Value is not null)
            {
                json.WriteString("value", action.Value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Camel(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
