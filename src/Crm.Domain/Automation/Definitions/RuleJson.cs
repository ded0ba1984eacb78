using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Reads and writes definitions of rules as JSON.</summary>
internal static class RuleJson
{
    private const int MaxErrors = 20;

    private static readonly string[] s_members = ["event", "when", "actions"];
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };
    private static readonly JsonWriterOptions s_written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CrmResult<RuleDefinition> Read(string json, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > RuleDefinition.MaxLength)
        {
            return errors.RuleMalformed("$", $"it is longer than {RuleDefinition.MaxLength} characters");
        }

        try
        {
            using var document = JsonDocument.Parse(json, s_options);
            return Read(document.RootElement, errors);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException or InvalidOperationException)
        {
            return errors.RuleMalformed("$", unreadable.Message);
        }
    }

    public static string Write(RuleDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_written))
        {
            json.WriteStartObject();
            json.WriteString("event", definition.Event);
            json.WritePropertyName("when");
            json.WriteRawValue(definition.When.ToJson());
            json.WriteStartArray("actions");
            foreach (var action in definition.Actions)
            {
                Write(json, action);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, RuleActionDefinition action)
    {
        json.WriteStartObject();
        json.WriteString("do", action.Do);
        if (action.On is { } kind)
        {
            json.WriteString("on", kind);
        }

        action.WriteValues(json);
        json.WriteEndObject();
    }

    private static CrmResult<RuleDefinition> Read(JsonElement root, CrmErrorDescriber errors)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return errors.RuleMalformed("$", "an object with event, when and actions was expected");
        }

        var found = new List<CrmError>();
        found.AddRange(root.EnumerateObject().Where(m => !s_members.Contains(m.Name)).Take(MaxErrors).Select(m => errors.RuleMalformed($"$.{m.Name}", "there is no such member")));
        var happened = Text(root, "event", "$", errors, found);
        var when = Criterion.Everything;
        if (root.TryGetProperty("when", out var criteria))
        {
            var read = CriteriaJson.Read(criteria, "$.when", errors);
            found.AddRange(read.Succeeded ? [] : read.Errors);
            when = read.Succeeded ? read.Value : when;
        }

        var actions = Actions(root, errors, found);
        return found.Count > 0 ? CrmResult<RuleDefinition>.Failed(found) : new RuleDefinition(happened!, when, actions);
    }

    private static List<RuleActionDefinition> Actions(JsonElement root, CrmErrorDescriber errors, List<CrmError> found)
    {
        var actions = new List<RuleActionDefinition>();
        if (!root.TryGetProperty("actions", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > RuleDefinition.MaxActions)
        {
            found.Add(errors.RuleMalformed("$.actions", $"a list of 1 to {RuleDefinition.MaxActions} actions was expected"));
            return actions;
        }

        foreach (var (element, path) in list.EnumerateArray().Select((e, i) => (e, $"$.actions[{i}]")))
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                found.Add(errors.RuleMalformed(path, "an object with do was expected"));
            }
            else if (Text(element, "do", path, errors, found) is { } name)
            {
                var kind = element.TryGetProperty("on", out _) ? Text(element, "on", path, errors, found) : null;
                actions.Add(new RuleActionDefinition(name, Values(element, path, errors, found)) { On = kind });
            }
        }

        return actions;
    }

    private static Dictionary<string, object> Values(JsonElement element, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var member in element.EnumerateObject().Where(m => m.Name is not ("do" or "on") && m.Value.ValueKind != JsonValueKind.Null))
        {
            object? value = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number when member.Value.TryGetDecimal(out var number) => number,
                JsonValueKind.True or JsonValueKind.False => member.Value.GetBoolean(),
                _ => null,
            };
            if (value is null || !values.TryAdd(member.Name, value))
            {
                found.Add(errors.RuleMalformed($"{path}.{member.Name}", value is null ? "a text, a number, true or false was expected" : "it is there twice"));
            }
        }

        return values;
    }

    private static string? Text(JsonElement element, string name, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        found.Add(errors.RuleMalformed($"{path}.{name}", "a text was expected"));
        return null;
    }
}
