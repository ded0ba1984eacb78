using System.Globalization;
using Crm.Domain.Primitives;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.CustomFields;

/// <summary>A custom field as records use it: a snapshot of its definition.</summary>
/// <param name="Id">The field.</param>
/// <param name="RecordKind">The kind of record it is for.</param>
/// <param name="Key">What programs and files call it.</param>
/// <param name="Type">What it holds.</param>
public sealed record CustomField(CustomFieldId Id, string RecordKind, string Key, FieldType Type)
{
    /// <summary>Language tag to label; the empty tag is for every other language.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a record should have a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether it takes several choices.</summary>
    public bool AllowsSeveral { get; init; }

    /// <summary>Longest text, in UTF-16 units.</summary>
    public int MaxLength { get; init; } = CustomFieldDefinition.MaxTextLength;

    /// <summary>Smallest number.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>First day.</summary>
    public LocalDate? Earliest { get; init; }

    /// <summary>Last day.</summary>
    public LocalDate? Latest { get; init; }

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<CustomFieldChoice> Choices { get; init; } = [];

    /// <summary>Whether it takes no values any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>What the field is called.</summary>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The label of the language, else that of every other language, else the key.</returns>
    public string LabelIn(CultureInfo? culture = null) => LabelIn(Labels, Key, culture);

    /// <summary>What a choice is called.</summary>
    /// <param name="choice">The choice's key.</param>
    /// <param name="culture">The culture; the current UI culture when null.</param>
    /// <returns>The label of the language, else that of every other language, else the key.</returns>
    public string LabelOf(string choice, CultureInfo? culture = null) =>
        Choices.FirstOrDefault(c => c.Key == choice) is { } known ? LabelIn(known.Labels, choice, culture) : choice;

    /// <summary>Whether the field takes a value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The ruling; refused with <c>CustomFieldIsArchived</c>, <c>CustomFieldTypeMismatch</c>, <c>CustomFieldTooLong</c>,
    /// <c>CustomFieldOutOfRange</c>, <c>CustomFieldChoiceUnknown</c> or <c>CustomFieldTakesOne</c>.</returns>
    public CrmRuling CanTake(CustomValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var self = this;
        if (IsArchived)
        {
            return CrmRuling.Refused(e => e.CustomFieldIsArchived(self.Key));
        }

        if (value.Type != Type)
        {
            return CrmRuling.Refused(e => e.CustomFieldTypeMismatch(self.Key, e.NameOf(self.Type)));
        }

        return Type switch
        {
            FieldType.Text when value.Text!.Length > MaxLength => CrmRuling.Refused(e => e.CustomFieldTooLong(self.Key, self.MaxLength)),
            FieldType.Number when value.Number < Minimum || value.Number > Maximum => OutOfRange(Minimum?.ToString(CultureInfo.InvariantCulture), Maximum?.ToString(CultureInfo.InvariantCulture)),
            FieldType.Date when value.Date < Earliest || value.Date > Latest => OutOfRange(
                Earliest is { } first ? LocalDatePattern.Iso.Format(first) : null, Latest is { } last ? LocalDatePattern.Iso.Format(last) : null),
            FieldType.Choice when value.Choices.FirstOrDefault(c => Choices.All(known => known.Key != c)) is { } unknown =>
                CrmRuling.Refused(e => e.CustomFieldChoiceUnknown(self.Key, unknown)),
            FieldType.Choice when value.Choices.Count > 1 && !AllowsSeveral => CrmRuling.Refused(e => e.CustomFieldTakesOne(self.Key)),
            _ => CrmRuling.Permitted,
        };
    }

    private CrmRuling OutOfRange(string? from, string? to)
    {
        var key = Key;
        return CrmRuling.Refused(e => e.CustomFieldOutOfRange(key, from ?? "…", to ?? "…"));
    }

    private static string LabelIn(IReadOnlyDictionary<string, string> labels, string key, CultureInfo? culture)
    {
        for (var language = culture ?? CultureInfo.CurrentUICulture; language.Name.Length > 0; language = language.Parent)
        {
            if (labels.FirstOrDefault(l => string.Equals(l.Key, language.Name, StringComparison.OrdinalIgnoreCase)).Value is { } label)
            {
                return label;
            }
        }

        return labels.GetValueOrDefault(string.Empty) ?? key;
    }
}
