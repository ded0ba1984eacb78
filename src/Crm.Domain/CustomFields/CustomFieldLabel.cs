namespace Crm.Domain.CustomFields;

/// <summary>What a field, or one of its choices, is called in a language. Part of <see cref="CustomFieldDefinition"/>; changed by its acts.</summary>
public sealed class CustomFieldLabel
{
    private CustomFieldLabel() => Choice = Language = Text = null!;

    internal CustomFieldLabel(string choice, string language, string text) => (Choice, Language, Text) = (choice, language, text);

    /// <summary>Key of the choice; empty for the field itself.</summary>
    public string Choice { get; private set; }

    /// <summary>Language tag; empty for every other language.</summary>
    public string Language { get; private set; }

    /// <summary>The label.</summary>
    public string Text { get; internal set; }
}
