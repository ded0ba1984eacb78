using System.Text.Json;
using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>An event that rules may wait for: what its JSON holds, and which records it names.</summary>
public sealed class AutomationEvent
{
    private readonly Dictionary<string, AutomationEventField> _fields;

    /// <summary>Describes an event.</summary>
    /// <param name="name">Its stored name.</param>
    /// <param name="version">Version of its JSON shape.</param>
    /// <param name="fields">What conditions may name.</param>
    /// <param name="records">The records that it names, the one it is about first.</param>
    public AutomationEvent(string name, int version, IReadOnlyList<AutomationEventField> fields, IReadOnlyList<AutomationEventRecord> records)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(records);
        (Name, Version, Records) = (name, version, records);
        _fields = fields.ToDictionary(f => f.Name, StringComparer.Ordinal);
        var builder = new FieldCatalogueBuilder<CriteriaRecord>(new InMemorySource());
        foreach (var field in fields)
        {
            Add(builder, field);
        }

        Catalogue = builder.Build();
    }

    /// <summary>The stored name.</summary>
    public string Name { get; }

    /// <summary>Version of the JSON shape.</summary>
    public int Version { get; }

    /// <summary>What conditions may name, after <c>event.</c>.</summary>
    public IReadOnlyList<CriteriaField> Fields => Catalogue.Fields;

    /// <summary>The records that it names, the one it is about first.</summary>
    public IReadOnlyList<AutomationEventRecord> Records { get; }

    internal FieldCatalogue<CriteriaRecord> Catalogue { get; }

    /// <summary>The values of one event; what does not suit its field is no value.</summary>
    internal CriteriaRecord Read(JsonElement payload, CriteriaMoment moment)
    {
        var record = new CriteriaRecord(Name);
        foreach (var field in _fields.Values)
        {
            if (Find(payload, field.Name) is { } found && Values(found, field) is { } raw && Catalogue.Find(field.Name)!.ReadValues(raw, moment) is { } values)
            {
                record.Set(field.Name, values);
            }
        }

        return record;
    }

    /// <summary>The record of a kind that one event names; null for none.</summary>
    internal Guid? RecordOf(JsonElement payload, string kind) => Records
        .Where(r => r.Kind == kind)
        .Select(r => Find(payload, r.Member) is { ValueKind: JsonValueKind.String } id && id.TryGetGuid(out var read) && read != Guid.Empty ? read : (Guid?)null)
        .FirstOrDefault(id => id is not null);

    private static JsonElement? Find(JsonElement payload, string name)
    {
        var at = payload;
        foreach (var member in name.Split('.'))
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(member, out at))
            {
                return null;
            }
        }

        // A value of one text may be stored as an object around it.
        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty("value", out var inner) ? inner : at;
    }

    private static List<object>? Values(JsonElement element, AutomationEventField field)
    {
        var raw = element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(e => Plain(e, field)).ToList() : [Plain(element, field)];
        return raw.TrueForAll(v => v is not null) ? raw.ConvertAll(v => v!) : null;
    }

    private static object? Plain(JsonElement element, AutomationEventField field) => element.ValueKind switch
    {
        JsonValueKind.String when field.Choices.Count > 0 => JsonNamingPolicy.CamelCase.ConvertName(element.GetString()!),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number when element.TryGetDecimal(out var number) => number,
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        _ => null,
    };

    private static void Add(FieldCatalogueBuilder<CriteriaRecord> builder, AutomationEventField field)
    {
        switch (field.Type)
        {
            case FieldType.Text:
                Add(builder, field, TextKind.Instance);
                break;
            case FieldType.Number:
                Add(builder, field, DecimalKind.Instance);
                break;
            case FieldType.Date:
                Add(builder, field, DateKind.Instance);
                break;
            case FieldType.Instant:
                Add(builder, field, InstantKind.Instance);
                break;
            case FieldType.Flag:
                Add(builder, field, FlagKind.Instance);
                break;
            default:
                Add(builder, field, field.Choices.Count == 0 ? ChoiceKinds.Open : new ChoiceKind<string?>(text => field.Choices.Contains(text) ? text : null, field.Choices));
                break;
        }
    }

    private static void Add<TValue>(FieldCatalogueBuilder<CriteriaRecord> builder, AutomationEventField field, ValueKind<TValue> kind)
    {
        if (!field.IsMultiple)
        {
            builder.Scalar(field.Name, kind, CriteriaRecord.One<TValue>(field.Name));
            return;
        }

        var described = new CriteriaField(field.Name, kind.Type, kind.Operators) { Choices = kind.Choices, IsMultiple = true };
        builder.Add(new SetBinding<CriteriaRecord, TValue, TValue>(described, kind, new MemorySet<CriteriaRecord, TValue>(CriteriaRecord.Several<TValue>(field.Name)), null, v => v));
    }
}
