using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>A field as conditions may name it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Operators">The operators that it takes.</param>
public sealed record CriteriaField(string Name, FieldType Type, IReadOnlyList<string> Operators)
{
    /// <summary>Whether a record can have several values: a positive operator holds when it holds for one of them.</summary>
    public bool IsMultiple { get; init; }

    /// <summary>The choices; empty where any text may be one.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>The set of related facts that it sums up, such as <c>purchases</c>; null for a field of the record itself. Only such fields take <c>days</c> and <c>where</c>.</summary>
    public string? Relation { get; init; }

    /// <summary>The fields that <c>where</c> may name.</summary>
    public IReadOnlyList<CriteriaField> Where { get; init; } = [];
}
