using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using Crm.Domain.CustomFields;
using Crm.Domain.Time;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Criteria;

/// <summary>Days and instants: before, after, and windows around the moment of evaluation.</summary>
internal abstract class TimeKind<TValue>(FieldType type, IReadOnlyList<string> operators) : ValueKind<TValue>(type, operators)
{
    public override ValueTest<TValue>? Test(string positive, LeafScope scope) => positive switch
    {
        CriteriaOperators.Before => One(scope) is (true, var value) ? Compare(ExpressionType.LessThan, value) : null,
        CriteriaOperators.After => One(scope) is (true, var value) ? Compare(ExpressionType.GreaterThan, value) : null,
        CriteriaOperators.Between => Several(scope) is not { } ends ? null : ends is [var from, var to] ? Within(from, to) : scope.InvalidValue<ValueTest<TValue>>("a list of two values"),
        CriteriaOperators.WithinLast => DaysOf(scope) is { } days ? Within(Shift(scope.Moment, -days), Shift(scope.Moment, 0)) : null,
        CriteriaOperators.WithinNext => DaysOf(scope) is { } days ? Within(Shift(scope.Moment, 0), Shift(scope.Moment, days)) : null,
        CriteriaOperators.OlderThan => DaysOf(scope) is { } days ? Compare(ExpressionType.LessThan, Shift(scope.Moment, -days)) : null,
        _ => base.Test(positive, scope),
    };

    /// <summary>The moment of evaluation, so many days later.</summary>
    public abstract TValue Shift(CriteriaMoment moment, int days);

    /// <summary>From so many days before the moment to the moment; from the beginning without days.</summary>
    public ValueTest<TValue> Window(CriteriaMoment moment, int? days) => days is { } past ? Within(Shift(moment, -past), Shift(moment, 0)) : Compare(ExpressionType.LessThanOrEqual, Shift(moment, 0));

    public override IEnumerable<Expression<Func<TValue, bool>>> Drift(string positive, LeafScope scope, CriteriaMoment from)
    {
        if (positive is not (CriteriaOperators.WithinLast or CriteriaOperators.WithinNext or CriteriaOperators.OlderThan) || DaysOf(scope) is not { } days)
        {
            return [];
        }

        var to = scope.Moment;
        return positive switch
        {
            CriteriaOperators.WithinLast => [.. Left(Shift(from, -days), Shift(to, -days)), .. Come(Shift(from, 0), Shift(to, 0))],
            CriteriaOperators.WithinNext => [.. Left(Shift(from, 0), Shift(to, 0)), .. Come(Shift(from, days), Shift(to, days))],
            _ => Left(Shift(from, -days), Shift(to, -days)),
        };
    }

    /// <summary>The times that are in the window at one of two moments alone.</summary>
    public IEnumerable<Expression<Func<TValue, bool>>> WindowDrift(CriteriaMoment from, CriteriaMoment to, int? days) =>
        [.. days is { } past ? Left(Shift(from, -past), Shift(to, -past)) : [], .. Come(Shift(from, 0), Shift(to, 0))];

    // The beginning of a window belongs to it, and so does its end: what it passed over from behind, and what it reached.
    private static IEnumerable<Expression<Func<TValue, bool>>> Left(TValue before, TValue after) =>
        Equals(before, after) ? [] : [Between(ExpressionType.GreaterThanOrEqual, before, ExpressionType.LessThan, after)];

    private static IEnumerable<Expression<Func<TValue, bool>>> Come(TValue before, TValue after) =>
        Equals(before, after) ? [] : [Between(ExpressionType.GreaterThan, before, ExpressionType.LessThanOrEqual, after)];

    private static Expression<Func<TValue, bool>> Between(ExpressionType lower, TValue from, ExpressionType upper, TValue to)
    {
        var value = Expression.Parameter(typeof(TValue), "v");
        return Expression.Lambda<Func<TValue, bool>>(
            Expression.AndAlso(Expression.MakeBinary(lower, value, Compose.Value(from)), Expression.MakeBinary(upper, value, Compose.Value(to))), value);
    }

    private static int? DaysOf(LeafScope scope)
    {
        if (CountKind.Instance.TryRead(scope.Condition.Value, scope.Moment, out var days) && days is >= 0 and <= CriteriaMoment.MaxDays)
        {
            return days;
        }

        scope.InvalidValue<object>($"a number of days from 0 to {CriteriaMoment.MaxDays}");
        return null;
    }
}

/// <summary>Days.</summary>
internal sealed class DateKind() : TimeKind<LocalDate?>(FieldType.Date, CriteriaOperators.OfDates)
{
    public static DateKind Instance { get; } = new();

    public override string Expected => "a day such as 2026-01-31";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out LocalDate? value)
    {
        value = raw is string text && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year >= 1 ? day : null;
        return value is not null;
    }

    public override LocalDate? Shift(CriteriaMoment moment, int days) => moment.Day(days);
}

/// <summary>Instants; a day stands for its beginning in the business's zone.</summary>
internal sealed class InstantKind() : TimeKind<Instant?>(FieldType.Instant, CriteriaOperators.OfInstants)
{
    private static readonly Instant s_first = Instant.FromUtc(1, 1, 1, 0, 0);

    public static InstantKind Instance { get; } = new();

    public override string Expected => "an instant such as 2026-01-31T08:00:00Z, or a day";

    public override bool TryRead(object? raw, CriteriaMoment moment, [NotNullWhen(true)] out Instant? value)
    {
        value = raw is not string text ? null
            : InstantPattern.ExtendedIso.Parse(text).TryGetValue(default, out var at) ? at.ToMicroseconds()
            : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) && day.Year is >= 1 and <= 9998 ? day.AtStartOfDayInZone(moment.Zone).ToInstant()
            : null;
        value = value < s_first ? null : value;
        return value is not null;
    }

    public override Instant? Shift(CriteriaMoment moment, int days) => moment.At(days);
}
