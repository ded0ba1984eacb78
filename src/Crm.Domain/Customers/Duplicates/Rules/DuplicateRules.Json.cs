using System.Text;
using System.Text.Json;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <content>Rules as JSON.</content>
public sealed partial record DuplicateRules
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true };

    /// <summary>Reads rules from JSON. Members that are left out have their defaults; of a field, levels that are left out too.</summary>
    /// <param name="json">An object with the members of this type in camel case, as <see cref="ToJson"/> writes it. Comments are allowed.</param>
    /// <param name="errors">Words of refusals; the default ones where null.</param>
    /// <returns>The rules, or <c>DuplicateRulesUnreadable</c>, <c>DuplicateRuleUnknown</c> or <c>DuplicateRuleInvalid</c>.</returns>
    public static CrmResult<DuplicateRules> Parse(string json, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        errors ??= CrmErrorDescriber.Default;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var reading = new DuplicateRulesReading(errors);
            var rules = reading.Read(document.RootElement);
            return reading.Errors.Count > 0 ? CrmResult<DuplicateRules>.Failed(reading.Errors) : rules;
        }
        catch (JsonException exception)
        {
            return errors.DuplicateRulesUnreadable((int)(exception.LineNumber ?? 0) + 1);
        }
    }

    /// <summary>Writes all rules as JSON, so that they can be published, kept and changed.</summary>
    /// <returns>An indented object that <see cref="Parse"/> reads.</returns>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_indented))
        {
            writer.WriteStartObject();
            foreach (var member in DuplicateRuleMember.All)
            {
                member.Write(writer, this);
            }

            writer.WriteStartObject("fields");
            foreach (var field in DuplicateFields.All.Where(Fields.ContainsKey))
            {
                Write(writer, field, Fields[field]);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, string field, DuplicateFieldRule rule)
    {
        writer.WriteStartObject(field);
        writer.WriteBoolean("use", rule.Use);
        writer.WriteNumber("frequency", rule.Frequency);
        writer.WriteStartObject("levels");
        foreach (var level in DuplicateLevels.All.Where(rule.Levels.ContainsKey))
        {
            writer.WriteStartObject(level);
            writer.WriteNumber("agreement", rule.Levels[level].Agreement);
            writer.WriteNumber("chance", rule.Levels[level].Chance);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
