using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.CustomFields;

/// <summary>
/// A field that the business adds to a kind of record without a change of the schema. Key and type never change; what it is
/// called and what it accepts do.
/// </summary>
public sealed class CustomFieldDefinition : AggregateRoot<CustomFieldId>
{
    /// <summary>Longest key of a field or a choice.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest label.</summary>
    public const int MaxLabelLength = 200;

    /// <summary>Longest text that a field can hold, so that every database can index it whole.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Most choices of a field.</summary>
    public const int MaxChoices = 500;

    private readonly List<CustomFieldLabel> _labels = [];
    private readonly List<CustomFieldOption> _options = [];

    private CustomFieldDefinition() => (RecordKind, Key) = (null!, null!);

    /// <summary>Defines a field.</summary>
    /// <param name="id">The id.</param>
    /// <param name="recordKind">The kind of record it is for, such as <c>customer</c>.</param>
    /// <param name="key">What programs and files call it: up to <see cref="MaxKeyLength"/> lower-case letters, digits, hyphens and underscores.</param>
    /// <param name="type">What it holds.</param>
    /// <param name="details">What it is called and what it accepts.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">The key has another form, or something in the details does not suit the type.</exception>
    public CustomFieldDefinition(CustomFieldId id, string recordKind, string key, FieldType type, CustomFieldDetails details, Instant now)
        : base(id)
    {
        RecordKind = Guard.Line(recordKind, 32);
        Key = CustomFieldKey.Checked(key);
        Type = Guard.Defined(type);
        CreatedAt = now;
        Take(CheckedDetails.Of(type, details));
        Raise(new CustomFieldDefined(id, RecordKind, Key, Type, now));
    }

    /// <summary>The kind of record it is for.</summary>
    public string RecordKind { get; private set; }

    /// <summary>What programs and files call it.</summary>
    public string Key { get; private set; }

    /// <summary>What it holds.</summary>
    public FieldType Type { get; private set; }

    /// <summary>Whether a record should have a value.</summary>
    public bool IsRequired { get; private set; }

    /// <summary>Whether it takes several choices.</summary>
    public bool AllowsSeveral { get; private set; }

    /// <summary>Longest text; null where only <see cref="MaxTextLength"/> limits it.</summary>
    public int? MaxLength { get; private set; }

    /// <summary>Smallest number.</summary>
    public decimal? Minimum { get; private set; }

    /// <summary>Largest number.</summary>
    public decimal? Maximum { get; private set; }

    /// <summary>First day.</summary>
    public LocalDate? Earliest { get; private set; }

    /// <summary>Last day.</summary>
    public LocalDate? Latest { get; private set; }

    /// <summary>When it was defined.</summary>
    public Instant CreatedAt { get; private set; }

    /// <summary>Since when it takes no values; null while it does.</summary>
    public Instant? ArchivedAt { get; private set; }

    /// <summary>What it and its choices are called.</summary>
    public IReadOnlyList<CustomFieldLabel> Labels => _labels;

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<CustomFieldOption> Options => _options;

    /// <summary>Whether the field can change.</summary>
    /// <returns>The ruling; refused with <c>CustomFieldIsArchived</c>.</returns>
    public CrmRuling CanChange() => ArchivedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.CustomFieldIsArchived(Key));

    /// <summary>Changes what the field is called and what it accepts. Values that are stored stay as they are.</summary>
    /// <param name="details">The details since.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The field is archived.</exception>
    /// <exception cref="ArgumentException">Something in the details does not suit the type.</exception>
    public void Change(CustomFieldDetails details, Instant now)
    {
        CanChange().Demand();
        Take(CheckedDetails.Of(Type, details));
        Raise(new CustomFieldChanged(Id, RecordKind, Key, now));
    }

    /// <summary>Whether the field can be archived.</summary>
    /// <returns>The ruling; refused with <c>CustomFieldIsArchived</c>.</returns>
    public CrmRuling CanArchive() => CanChange();

    /// <summary>Archives the field: it takes no values any more; those that are stored can be read, cleared and filtered by.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is archived already.</exception>
    public void Archive(Instant now)
    {
        CanArchive().Demand();
        ArchivedAt = now;
        Raise(new CustomFieldArchived(Id, RecordKind, Key, now));
    }

    /// <summary>Whether the field can be restored.</summary>
    /// <returns>The ruling; refused with <c>CustomFieldNotArchived</c>.</returns>
    public CrmRuling CanRestore() => ArchivedAt is null ? CrmRuling.Refused(e => e.CustomFieldNotArchived(Key)) : CrmRuling.Permitted;

    /// <summary>Lets an archived field take values again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is not archived.</exception>
    public void Restore(Instant now)
    {
        CanRestore().Demand();
        ArchivedAt = null;
        Raise(new CustomFieldRestored(Id, RecordKind, Key, now));
    }

    /// <summary>The field as records use it.</summary>
    /// <returns>A snapshot.</returns>
    public CustomField ToField() => new(Id, RecordKind, Key, Type)
    {
        Labels = LabelsOf(string.Empty),
        IsRequired = IsRequired,
        AllowsSeveral = AllowsSeveral,
        MaxLength = MaxLength ?? MaxTextLength,
        Minimum = Minimum,
        Maximum = Maximum,
        Earliest = Earliest,
        Latest = Latest,
        Choices = [.. _options.OrderBy(o => o.Ordinal).Select(o => new CustomFieldChoice(o.Key, LabelsOf(o.Key)))],
        IsArchived = ArchivedAt is not null,
    };

    private Dictionary<string, string> LabelsOf(string choice) =>
        _labels.Where(l => l.Choice == choice).ToDictionary(l => l.Language, l => l.Text, StringComparer.OrdinalIgnoreCase);

    // Parts keep their rows, so that stored ones change instead of being replaced under the same key.
    private void Take(CheckedDetails wanted)
    {
        var details = wanted.Details;
        (IsRequired, AllowsSeveral, MaxLength) = (details.IsRequired, details.AllowsSeveral, details.MaxLength);
        (Minimum, Maximum, Earliest, Latest) = (details.Minimum, details.Maximum, details.Earliest, details.Latest);
        _options.RemoveAll(o => details.Choices.All(c => c.Key != o.Key));
        foreach (var (choice, index) in details.Choices.Select((c, i) => (c, i)))
        {
            if (_options.Find(o => o.Key == choice.Key) is { } known)
            {
                known.Ordinal = index + 1;
            }
            else
            {
                _options.Add(new CustomFieldOption(choice.Key, index + 1));
            }
        }

        _labels.RemoveAll(l => wanted.Labels.All(w => w.Choice != l.Choice || w.Language != l.Language));
        foreach (var (choice, language, text) in wanted.Labels)
        {
            if (_labels.Find(l => l.Choice == choice && l.Language == language) is { } known)
            {
                known.Text = text;
            }
            else
            {
                _labels.Add(new CustomFieldLabel(choice, language, text));
            }
        }
    }
}
