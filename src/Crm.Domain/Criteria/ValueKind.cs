using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Crm.Domain.CustomFields;

namespace Crm.Domain.Criteria;

/// <summary>How one kind of value is read from JSON and tested. The type of a value is nullable: null is no value.</summary>
internal abstract class ValueKind<TValue>(FieldType type, IReadOnlyList<string> operators)
{
    public FieldType Type => type;

    public IReadOnlyList<string> Operators => operators;

    public virtual IReadOnlyList<string> Choices => [];

    /// <summary>What is said to be expected where a value does not suit.</summary>
    public abstract string Expected { get; }

    /// <summary>Reads one value.</summary>
    public abstract bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out TValue value);

    /// <summary>The test of a positive operator; null when its operand does not suit, which is said.</summary>
    public virtual ValueTest<TValue>? Test(string positive, LeafScope scope) => positive switch
    {
        CriteriaOperators.Equal => One(scope) is (true, var value) ? Compare(ExpressionType.Equal, value) : null,
        CriteriaOperators.In => Several(scope) is { } values ? OneOf(values) : null,
        _ => scope.Condition.Value is null ? Present() : scope.InvalidValue<ValueTest<TValue>>("nothing"),
    };

    /// <summary>Which values may pass the test of a positive operator at one moment and not at another; none where the test is the same at any moment.</summary>
    public virtual IEnumerable<Expression<Func<TValue, bool>>> Drift(string positive, LeafScope scope, CriteriaMoment from) => [];

    protected (bool Read, TValue Value) One(LeafScope scope)
    {
        if (TryRead(scope.Condition.Value, scope.Moment, out var value))
        {
            return (true, value);
        }

        scope.InvalidValue<object>(Expected);
        return (false, default!);
    }

    protected List<TValue>? Several(LeafScope scope)
    {
        var values = new List<TValue>();
        if (scope.Condition.Value is System.Collections.IEnumerable list and not string)
        {
            foreach (var item in list)
            {
                if (!TryRead(item, scope.Moment, out var value))
                {
                    return scope.InvalidValue<List<TValue>>($"a list of values, each {Expected}");
                }

                values.Add(value);
            }
        }

        return values.Count is > 0 and <= Criterion.MaxValues ? values : scope.InvalidValue<List<TValue>>($"a list of 1 to {Criterion.MaxValues} values");
    }

    protected static ValueTest<TValue> Compare(ExpressionType comparison, TValue operand)
    {
        var value = Expression.Parameter(typeof(TValue), "v");
        var with = Compose.Value(operand);
        var complement = comparison switch
        {
            ExpressionType.Equal => ExpressionType.NotEqual,
            ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
            ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
            ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
            _ => ExpressionType.LessThan,
        };
        var fails = Expression.MakeBinary(complement, value, with);
        return new(
            Lambda(Expression.MakeBinary(comparison, value, with), value),
            Lambda(comparison == ExpressionType.Equal ? fails : Expression.OrElse(Expression.Equal(value, Nothing), fails), value));
    }

    protected static ValueTest<TValue> Within(TValue from, TValue to)
    {
        var value = Expression.Parameter(typeof(TValue), "v");
        var (first, last) = (Compose.Value(from), Compose.Value(to));
        return new(
            Lambda(Expression.AndAlso(Expression.GreaterThanOrEqual(value, first), Expression.LessThanOrEqual(value, last)), value),
            Lambda(Expression.OrElse(Expression.Equal(value, Nothing), Expression.OrElse(Expression.LessThan(value, first), Expression.GreaterThan(value, last))), value));
    }

    private static ValueTest<TValue> Present()
    {
        var value = Expression.Parameter(typeof(TValue), "v");
        return new(Lambda(Expression.NotEqual(value, Nothing), value), Lambda(Expression.Equal(value, Nothing), value));
    }

    private static ValueTest<TValue> OneOf(List<TValue> values)
    {
        Expression<Func<TValue, bool>> isAmong = v => values.Contains(v);
        var value = isAmong.Parameters[0];
        return new(
            Lambda(Expression.AndAlso(Expression.NotEqual(value, Nothing), isAmong.Body), value),
            Lambda(Expression.OrElse(Expression.Equal(value, Nothing), Expression.Not(isAmong.Body)), value));
    }

    private static ConstantExpression Nothing => Expression.Constant(null, typeof(TValue));

    private static Expression<Func<TValue, bool>> Lambda(Expression body, ParameterExpression value) => Expression.Lambda<Func<TValue, bool>>(body, value);
}
