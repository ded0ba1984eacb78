using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.CustomFields;

/// <summary>
/// One value of a custom field in typed slots, of which the field's type fills one. Each aggregate with custom fields has a
/// sealed kind of its own, stored in a table of its own.
/// </summary>
public abstract class CustomFieldValue
{
    /// <summary>Longest folded text: compatibility composition can lengthen a text, and what lies beyond is cut.</summary>
    public const int MaxFoldedLength = 600;

    private protected CustomFieldValue() => Key = null!;

    /// <summary>The field.</summary>
    public CustomFieldId FieldId { get; private set; }

    /// <summary>The field's key, which never changes; the audit names the value by it.</summary>
    public string Key { get; private set; }

    /// <summary>Place among the values of the field, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>A text.</summary>
    public string? Text { get; private set; }

    /// <summary>The text folded for comparison.</summary>
    public string? Folded { get; private set; }

    /// <summary>A number.</summary>
    public decimal? Number { get; private set; }

    /// <summary>A day.</summary>
    public LocalDate? Date { get; private set; }

    /// <summary>An instant.</summary>
    public Instant? At { get; private set; }

    /// <summary>Yes or no.</summary>
    public bool? Flag { get; private set; }

    /// <summary>A choice's key.</summary>
    public string? Choice { get; private set; }

    /// <summary>Writes a value into the rows of a field; rows keep their places, so that stored ones change instead of being replaced.</summary>
    internal static void Write<T>(List<T> rows, CustomField field, CustomValue value, Func<T> make)
        where T : CustomFieldValue
    {
        var count = Math.Max(1, value.Choices.Count);
        rows.RemoveAll(r => r.FieldId == field.Id && r.Ordinal > count);
        for (var ordinal = 1; ordinal <= count; ordinal++)
        {
            var row = rows.Find(r => r.FieldId == field.Id && r.Ordinal == ordinal);
            if (row is null)
            {
                row = make();
                (row.FieldId, row.Key, row.Ordinal) = (field.Id, field.Key, ordinal);
                rows.Add(row);
            }

            (row.Text, row.Folded) = (value.Text, value.Text is null ? null : FoldedText.Of(value.Text, MaxFoldedLength));
            (row.Number, row.Date, row.At, row.Flag) = (value.Number, value.Date, value.At, value.Flag);
            row.Choice = value.Choices.Count > 0 ? value.Choices[ordinal - 1] : null;
        }
    }

    /// <summary>Adds the values of those fields that the rows have none of.</summary>
    internal static void Unite<T>(List<T> rows, IReadOnlyList<T> others, Func<T> make)
        where T : CustomFieldValue
    {
        var known = rows.Select(r => r.FieldId).ToHashSet();
        foreach (var other in others.Where(o => !known.Contains(o.FieldId)))
        {
            var row = make();
            (row.FieldId, row.Key, row.Ordinal, row.Text, row.Folded) = (other.FieldId, other.Key, other.Ordinal, other.Text, other.Folded);
            (row.Number, row.Date, row.At, row.Flag, row.Choice) = (other.Number, other.Date, other.At, other.Flag, other.Choice);
            rows.Add(row);
        }
    }
}
