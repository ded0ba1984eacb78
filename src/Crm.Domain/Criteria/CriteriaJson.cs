using System.Buffers;
using System.Text;
using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Criteria;

/// <summary>Reads and writes trees as JSON.</summary>
internal static class CriteriaJson
{
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 64 };
    private static readonly JsonWriterOptions s_written = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static CrmResult<Criterion> Read(string json, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, s_options);
        }
        catch (Exception unreadable) when (unreadable is JsonException or ArgumentException)
        {
            return errors.CriteriaMalformed("$", unreadable.Message);
        }

        using (document)
        {
            return Read(document.RootElement, "$", errors);
        }
    }

    public static CrmResult<Criterion> Read(JsonElement element, string path, CrmErrorDescriber errors)
    {
        var reading = new Reading(errors);
        try
        {
            var read = reading.Node(element, path, 1);
            return reading.Errors.Count > 0 ? CrmResult<Criterion>.Failed(reading.Errors) : read!;
        }
        catch (InvalidOperationException unreadable)
        {
            // Text of the document that is no well-formed UTF-16.
            return errors.CriteriaMalformed(path, unreadable.Message);
        }
    }

    public static string Write(Criterion criterion)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_written))
        {
            Write(json, criterion);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Criterion criterion)
    {
        json.WriteStartObject();
        switch (criterion)
        {
            case AllOf all:
                Write(json, "all", all.Items);
                break;
            case AnyOf any:
                Write(json, "any", any.Items);
                break;
            case NotOf not:
                json.WritePropertyName("not");
                Write(json, not.Item);
                break;
            case Condition condition:
                json.WriteString("field", condition.Field);
                json.WriteString("operator", condition.Operator);
                if (condition.Value is not null)
                {
                    json.WritePropertyName("value");
                    WriteValue(json, condition.Value);
                }

                if (condition.Days is { } days)
                {
                    json.WriteNumber("days", days);
                }

                if (condition.Where is not null)
                {
                    json.WritePropertyName("where");
                    Write(json, condition.Where);
                }

                break;
            default:
                break;
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<Criterion> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal or int or long:
                json.WriteNumberValue(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case System.Collections.IEnumerable list:
                json.WriteStartArray();
                foreach (var item in list)
                {
                    WriteValue(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(value.ToString());
                break;
        }
    }

    private sealed class Reading(CrmErrorDescriber errors)
    {
        private int _nodes;

        public List<CrmError> Errors { get; } = [];

        public Criterion? Node(JsonElement element, string path, int depth)
        {
            if (++_nodes > Criterion.MaxNodes || depth > Criterion.MaxDepth)
            {
                return Refuse(errors.CriteriaTooLarge(path, Criterion.MaxNodes, Criterion.MaxDepth));
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                return Malformed(path);
            }

            if (element.TryGetProperty("field", out _) || element.TryGetProperty("operator", out _))
            {
                return Leaf(element, path, depth);
            }

            var members = element.EnumerateObject().Take(2).ToList();
            return members is [var only] ? only.Name switch
            {
                "all" => Items(only.Value, $"{path}.all", depth) is { } items ? new AllOf(items) : null,
                "any" => Items(only.Value, $"{path}.any", depth) is { } items ? new AnyOf(items) : null,
                "not" => Node(only.Value, $"{path}.not", depth + 1) is { } item ? new NotOf(item) : null,
                _ => Malformed(path),
            }
            : Malformed(path);
        }

        private List<Criterion>? Items(JsonElement element, string path, int depth)
        {
            if (element.ValueKind != JsonValueKind.Array)
            {
                Malformed(path);
                return null;
            }

            var items = new List<Criterion>();
            var index = 0;
            foreach (var child in element.EnumerateArray())
            {
                var item = Node(child, $"{path}[{index++}]", depth + 1);
                if (item is not null)
                {
                    items.Add(item);
                }

                if (_nodes > Criterion.MaxNodes)
                {
                    break;
                }
            }

            return items;
        }

        private Condition? Leaf(JsonElement element, string path, int depth)
        {
            string? field = null;
            string? name = null;
            object? value = null;
            int? days = null;
            Criterion? where = null;
            var before = Errors.Count;
            foreach (var member in element.EnumerateObject())
            {
                var at = $"{path}.{member.Name}";
                switch (member.Name)
                {
                    case "field" when member.Value.ValueKind == JsonValueKind.String:
                        field = member.Value.GetString();
                        break;
                    case "operator" when member.Value.ValueKind == JsonValueKind.String:
                        name = member.Value.GetString();
                        break;
                    case "value":
                        value = Value(member.Value, at, isItem: false);
                        break;
                    case "days" when member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt32(out var number):
                        days = number;
                        break;
                    case "where":
                        where = Node(member.Value, at, depth + 1);
                        break;
                    default:
                        Malformed(at);
                        break;
                }
            }

            if ((field is null || name is null) && Errors.Count == before)
            {
                Malformed(path);
            }

            return Errors.Count > before ? null : new Condition(field!, name!, value) { Days = days, Where = where };
        }

        private object? Value(JsonElement element, string path, bool isItem)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.String:
                    return element.GetString();
                case JsonValueKind.True or JsonValueKind.False:
                    return element.GetBoolean();
                case JsonValueKind.Number when element.TryGetDecimal(out var number):
                    return number;
                case JsonValueKind.Null when !isItem:
                    return null;
                case JsonValueKind.Array when !isItem && element.GetArrayLength() <= Criterion.MaxValues:
                    var items = new List<object>();
                    foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                    {
                        if (Value(item, $"{path}[{index}]", isItem: true) is { } read)
                        {
                            items.Add(read);
                        }
                    }

                    return items;
                default:
                    Malformed(path);
                    return null;
            }
        }

        private Criterion? Malformed(string path) =>
            Refuse(errors.CriteriaMalformed(path, "all, any, not, or a condition of field, operator, value, days and where was expected"));

        private Criterion? Refuse(CrmError error)
        {
            if (Errors.Count < 20)
            {
                Errors.Add(error);
            }

            return null;
        }
    }
}
