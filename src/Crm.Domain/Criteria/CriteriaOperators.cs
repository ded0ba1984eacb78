namespace Crm.Domain.Criteria;

/// <summary>Names of the operators. A positive operator never holds where a field has no value; its negation then always does.</summary>
public static class CriteriaOperators
{
    /// <summary>The same value.</summary>
    public const string Equal = "equals";

    /// <summary>Another value, or none.</summary>
    public const string NotEqual = "notEquals";

    /// <summary>One of several values.</summary>
    public const string In = "in";

    /// <summary>None of several values, or no value.</summary>
    public const string NotIn = "notIn";

    /// <summary>Text with this in it.</summary>
    public const string Contains = "contains";

    /// <summary>Text without this in it, or no text.</summary>
    public const string NotContains = "notContains";

    /// <summary>Text that begins with this.</summary>
    public const string StartsWith = "startsWith";

    /// <summary>Text that ends with this.</summary>
    public const string EndsWith = "endsWith";

    /// <summary>A smaller number.</summary>
    public const string LessThan = "lessThan";

    /// <summary>A smaller number or this one.</summary>
    public const string LessOrEqual = "lessOrEqual";

    /// <summary>A larger number.</summary>
    public const string GreaterThan = "greaterThan";

    /// <summary>A larger number or this one.</summary>
    public const string GreaterOrEqual = "greaterOrEqual";

    /// <summary>From the first to the second of two values, both included.</summary>
    public const string Between = "between";

    /// <summary>An earlier day or instant.</summary>
    public const string Before = "before";

    /// <summary>A later day or instant.</summary>
    public const string After = "after";

    /// <summary>In so many days before the moment of evaluation, up to that moment.</summary>
    public const string WithinLast = "withinLast";

    /// <summary>In so many days from the moment of evaluation on.</summary>
    public const string WithinNext = "withinNext";

    /// <summary>Earlier than so many days before the moment of evaluation.</summary>
    public const string OlderThan = "olderThan";

    /// <summary>No value.</summary>
    public const string IsEmpty = "isEmpty";

    /// <summary>Any value.</summary>
    public const string IsNotEmpty = "isNotEmpty";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Equal, NotEqual, In, NotIn, Contains, NotContains, StartsWith, EndsWith, LessThan, LessOrEqual, GreaterThan, GreaterOrEqual, Between,
        Before, After, WithinLast, WithinNext, OlderThan, IsEmpty, IsNotEmpty,
    ];

    internal static IReadOnlyList<string> OfTexts { get; } = [Equal, NotEqual, In, NotIn, Contains, NotContains, StartsWith, EndsWith, IsEmpty, IsNotEmpty];

    internal static IReadOnlyList<string> OfChoices { get; } = [Equal, NotEqual, In, NotIn, IsEmpty, IsNotEmpty];

    internal static IReadOnlyList<string> OfNumbers { get; } =
        [Equal, NotEqual, In, NotIn, LessThan, LessOrEqual, GreaterThan, GreaterOrEqual, Between, IsEmpty, IsNotEmpty];

    internal static IReadOnlyList<string> OfDates { get; } =
        [Equal, NotEqual, In, NotIn, Before, After, Between, WithinLast, WithinNext, OlderThan, IsEmpty, IsNotEmpty];

    internal static IReadOnlyList<string> OfInstants { get; } = [Before, After, Between, WithinLast, WithinNext, OlderThan, IsEmpty, IsNotEmpty];

    internal static IReadOnlyList<string> OfFlags { get; } = [Equal, NotEqual, IsEmpty, IsNotEmpty];

    /// <summary>The operator of which another is the negation; itself when it is positive.</summary>
    internal static (string Positive, bool IsNegated) Positive(string name) => name switch
    {
        NotEqual => (Equal, true),
        NotIn => (In, true),
        NotContains => (Contains, true),
        IsEmpty => (IsNotEmpty, true),
        _ => (name, false),
    };
}
