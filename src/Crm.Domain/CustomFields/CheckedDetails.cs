using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.CustomFields;

/// <summary>Details that suit a type, normalised; made before anything changes.</summary>
internal sealed record CheckedDetails(CustomFieldDetails Details, IReadOnlyList<(string Choice, string Language, string Text)> Labels)
{
    /// <exception cref="ArgumentException">Something does not suit the type.</exception>
    public static CheckedDetails Of(FieldType type, CustomFieldDetails details)
    {
        ArgumentNullException.ThrowIfNull(details);
        ArgumentNullException.ThrowIfNull(details.Choices, nameof(details));
        Demand(type == FieldType.Text || details.MaxLength is null, "Only texts have a length.");
        Demand(type == FieldType.Number || (details.Minimum ?? details.Maximum) is null, "Only numbers have a minimum and a maximum.");
        Demand(type == FieldType.Date || (details.Earliest ?? details.Latest) is null, "Only dates have a first and a last day.");
        Demand(type == FieldType.Choice || (details.Choices.Count == 0 && !details.AllowsSeveral), "Only choice fields have choices.");
        Demand(type != FieldType.Choice || details.Choices.Count > 0, "A choice field has choices.");
        Demand(details.MaxLength is null or (>= 1 and <= CustomFieldDefinition.MaxTextLength), $"A text has 1 to {CustomFieldDefinition.MaxTextLength} characters.");
        Demand(details.Minimum is null || CustomValue.IsStorable(details.Minimum.Value), "The minimum is too large, or has more than four decimals.");
        Demand(details.Maximum is null || CustomValue.IsStorable(details.Maximum.Value), "The maximum is too large, or has more than four decimals.");
        Demand(!(details.Minimum > details.Maximum), "The minimum is above the maximum.");
        Demand(!(details.Earliest > details.Latest), "The first day is after the last.");
        Demand(details.Choices.Count <= CustomFieldDefinition.MaxChoices, $"A field has at most {CustomFieldDefinition.MaxChoices} choices.");
        var labels = LabelsOf(string.Empty, details.Labels).ToList();
        foreach (var choice in details.Choices)
        {
            ArgumentNullException.ThrowIfNull(choice, nameof(details));
            labels.AddRange(LabelsOf(CustomFieldKey.Checked(choice.Key), choice.Labels));
        }

        Demand(details.Choices.Select(c => c.Key).Distinct(StringComparer.Ordinal).Count() == details.Choices.Count, "Two choices have the same key.");
        return new CheckedDetails(details with { Earliest = Storable(details.Earliest), Latest = Storable(details.Latest) }, labels);
    }

    private static IEnumerable<(string Choice, string Language, string Text)> LabelsOf(string choice, IReadOnlyDictionary<string, string> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Select(l => (
            choice,
            l.Key.Length == 0 ? string.Empty : LanguageTag.TryParse(l.Key, out var tag) ? tag.Value : throw new ArgumentException($"{l.Key} is no language tag.", nameof(labels)),
            Guard.Line(l.Value, CustomFieldDefinition.MaxLabelLength, nameof(labels)))).DistinctBy(l => l.Item2).ToList();
    }

    private static LocalDate? Storable(LocalDate? date) => date is { } day ? Guard.Storable(day, "details") : null;

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise, "details");
        }
    }
}
