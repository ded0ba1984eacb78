using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>
/// The JSON in which changes are kept: field to <c>[old, new]</c>, or to the new value alone where there was none before; the fields of
/// a part within the part, so that what is added names each part once.
/// </summary>
internal static class AuditJson
{
    private const int UsualLength = 1_024;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes changes down; those of a part stand together where they follow each other.</summary>
    public static string Write(IEnumerable<AuditedChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualLength);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            string? part = null;
            json.WriteStartObject();
            foreach (var change in changes)
            {
                if (!string.Equals(change.Part, part, StringComparison.Ordinal))
                {
                    End(json, part);
                    part = change.Part;
                    if (part is not null)
                    {
                        json.WriteStartObject(part);
                    }
                }

                Write(json, change);
            }

            End(json, part);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads changes in the order in which they were written.</summary>
    public static List<AuditedChange> Read(string text)
    {
        var changes = new List<AuditedChange>();
        using var json = JsonDocument.Parse(text);
        foreach (var property in json.RootElement.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in property.Value.EnumerateObject())
                {
                    changes.Add(Read(property.Name, field));
                }
            }
            else
            {
                changes.Add(Read(null, property));
            }
        }

        return changes;
    }

    private static void End(Utf8JsonWriter json, string? part)
    {
        if (part is not null)
        {
            json.WriteEndObject();
        }
    }

    private static void Write(Utf8JsonWriter json, AuditedChange change)
    {
        if (change is { Before: null, After: not null })
        {
            json.WriteString(change.Field, change.After);
            return;
        }

        json.WriteStartArray(change.Field);
        json.WriteStringValue(change.Before);
        json.WriteStringValue(change.After);
        json.WriteEndArray();
    }

    private static AuditedChange Read(string? part, JsonProperty field) => field.Value.ValueKind == JsonValueKind.Array
        ? new(part, field.Name, field.Value[0].GetString(), field.Value[1].GetString())
        : new(part, field.Name, null, field.Value.GetString());
}
