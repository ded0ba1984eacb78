using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>Exact numbers.</summary>
internal abstract class NumberKind<TValue>() : ValueKind<TValue>(FieldType.Number, CriteriaOperators.OfNumbers)
{
    public override ValueTest<TValue>? Test(string positive, LeafScope scope)
    {
        ExpressionType? comparison = positive switch
        {
            CriteriaOperators.LessThan => ExpressionType.LessThan,
            CriteriaOperators.LessOrEqual => ExpressionType.LessThanOrEqual,
            CriteriaOperators.GreaterThan => ExpressionType.GreaterThan,
            CriteriaOperators.GreaterOrEqual => ExpressionType.GreaterThanOrEqual,
            _ => null,
        };
        return comparison is { } order ? One(scope) is (true, var value) ? Compare(order, value) : null
            : positive != CriteriaOperators.Between ? base.Test(positive, scope)
            : Several(scope) is not { } ends ? null
            : ends is [var from, var to] ? Within(from, to)
            : scope.InvalidValue<ValueTest<TValue>>("a list of two numbers");
    }
}

/// <summary>Numbers with up to four decimals.</summary>
internal sealed class DecimalKind : NumberKind<decimal?>
{
    public static DecimalKind Instance { get; } = new();

    public override string Expected => "a number with up to four decimals";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out decimal? value)
    {
        decimal? number = raw switch
        {
            decimal exact => exact,
            int or long => Convert.ToDecimal(raw, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        value = number is { } known && CustomValue.IsStorable(known) ? known : null;
        return value is not null;
    }
}

/// <summary>Counts.</summary>
internal sealed class CountKind : NumberKind<int?>
{
    public static CountKind Instance { get; } = new();

    public override string Expected => "a whole number";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out int? value)
    {
        value = DecimalKind.Instance.TryRead(raw, moment, out var number) && decimal.Truncate(number.Value) == number && number is >= int.MinValue and <= int.MaxValue ? (int)number.Value : null;
        return value is not null;
    }
}
