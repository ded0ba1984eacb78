using System.Diagnostics.CodeAnalysis;
using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>Values of a list, compared exactly.</summary>
internal sealed class ChoiceKind<TValue>(Func<string, TValue> read, IReadOnlyList<string> choices) : ValueKind<TValue>(FieldType.Choice, CriteriaOperators.OfChoices)
{
    public override IReadOnlyList<string> Choices => choices;

    public override string Expected => choices.Count == 0 ? "a text of the field's form" : $"one of {string.Join(", ", choices)}";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out TValue value)
    {
        value = raw is string { Length: > 0 and <= 500 } text ? read(text) : default!;
        return value is not null;
    }
}

/// <summary>The usual kinds of choices.</summary>
internal static class ChoiceKinds
{
    /// <summary>Any text, as it is written.</summary>
    public static ChoiceKind<string?> Open { get; } = new(text => Values.WellFormed.Repair(text).Replace('\0', '\uFFFD'), []);

    /// <summary>The members of an enumeration, named as in JSON.</summary>
    public static ChoiceKind<TEnum?> Of<TEnum>()
        where TEnum : struct, Enum
    {
        var members = Enum.GetValues<TEnum>().ToDictionary(m => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(m.ToString()), m => m, StringComparer.Ordinal);
        return new ChoiceKind<TEnum?>(text => members.TryGetValue(text, out var member) ? member : null, [.. members.Keys]);
    }
}
