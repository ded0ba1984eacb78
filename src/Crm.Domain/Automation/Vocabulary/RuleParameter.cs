using Crm.Domain.CustomFields;

namespace Crm.Domain.Automation;

/// <summary>What an action takes.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it holds: text, number, flag or choice.</param>
/// <param name="IsRequired">Whether it must be there.</param>
public sealed record RuleParameter(string Name, FieldType Type, bool IsRequired = false)
{
    /// <summary>The choices; empty where any text may be one.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Longest text.</summary>
    /// <value>200 characters by default.</value>
    public int MaxLength { get; init; } = 200;

    /// <summary>What is said to be expected where a value does not suit.</summary>
    internal string Expected => Type switch
    {
        FieldType.Number => "a number",
        FieldType.Flag => "true or false",
        _ => Choices.Count > 0 ? $"one of {string.Join(", ", Choices)}" : $"a text of 1 to {MaxLength} characters",
    };

    internal bool Takes(object value) => Type switch
    {
        FieldType.Number => value is decimal,
        FieldType.Flag => value is bool,
        _ => value is string { Length: > 0 } text && text.Length <= MaxLength && !text.Contains('\0', StringComparison.Ordinal) && (Choices.Count == 0 || Choices.Contains(text)),
    };
}
