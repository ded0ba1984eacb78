using Crm.Domain.CustomFields;

namespace Crm.Domain.Automation;

/// <summary>A value within the JSON of an event that conditions may name.</summary>
/// <param name="Name">Where it stands, with dots between levels, such as <c>alarm.level</c>.</param>
/// <param name="Type">What it holds.</param>
public sealed record AutomationEventField(string Name, FieldType Type)
{
    /// <summary>Whether it is a list of values.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The choices, in lower camel case; empty where any text may be one.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
