using NodaTime;

namespace Crm.Domain.CustomFields;

/// <summary>What of a field can change later: how it is called and what it accepts. Stored values are not checked again.</summary>
public sealed record CustomFieldDetails
{
    /// <summary>Language tag to label; the empty tag is for every other language.</summary>
    /// <value>Empty by default: people read the key.</value>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether a record should have a value: it cannot be cleared, and forms refuse to be without it.</summary>
    /// <value>False by default.</value>
    public bool IsRequired { get; init; }

    /// <summary>Whether a choice field takes several choices.</summary>
    /// <value>False by default.</value>
    public bool AllowsSeveral { get; init; }

    /// <summary>Longest text, in UTF-16 units; for text fields.</summary>
    /// <value>Null by default: <see cref="CustomFieldDefinition.MaxTextLength"/>.</value>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number; for number fields.</summary>
    /// <value>Null by default: none.</value>
    public decimal? Minimum { get; init; }

    /// <summary>Largest number; for number fields.</summary>
    /// <value>Null by default: none.</value>
    public decimal? Maximum { get; init; }

    /// <summary>First day; for date fields.</summary>
    /// <value>Null by default: none.</value>
    public LocalDate? Earliest { get; init; }

    /// <summary>Last day; for date fields.</summary>
    /// <value>Null by default: none.</value>
    public LocalDate? Latest { get; init; }

    /// <summary>What can be chosen, in this order; for choice fields. Values that were chosen before stay.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<CustomFieldChoice> Choices { get; init; } = [];
}
