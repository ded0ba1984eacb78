using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>Puts expressions together by putting one in the place of another's parameter.</summary>
internal static class Compose
{
    /// <summary>The second of what the first gives.</summary>
    public static Expression<Func<TFirst, TLast>> Then<TFirst, TMiddle, TLast>(this Expression<Func<TFirst, TMiddle>> first, Expression<Func<TMiddle, TLast>> second) =>
        Expression.Lambda<Func<TFirst, TLast>>(Put(second.Body, second.Parameters[0], first.Body), first.Parameters[0]);

    /// <summary>Settles the second parameter of a function; an expression of a function stands for itself.</summary>
    public static Expression<Func<TFirst, TResult>> Bind<TFirst, TSecond, TResult>(Expression<Func<TFirst, TSecond, TResult>> function, Expression second) =>
        Expression.Lambda<Func<TFirst, TResult>>(Put(function.Body, function.Parameters[1], second), function.Parameters[0]);

    /// <summary>Settles the third parameter of a function.</summary>
    public static Expression<Func<TFirst, TSecond, TResult>> BindLast<TFirst, TSecond, TThird, TResult>(Expression<Func<TFirst, TSecond, TThird, TResult>> function, Expression last) =>
        Expression.Lambda<Func<TFirst, TSecond, TResult>>(Put(function.Body, function.Parameters[2], last), function.Parameters[0], function.Parameters[1]);

    /// <summary>A value that databases take as a parameter, so that another value needs no new statement.</summary>
    public static Expression Value<T>(T value)
    {
        Expression<Func<T>> captured = () => value;
        return captured.Body;
    }

    public static Expression<Func<T, bool>> Negated<T>(this Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters[0]);

    public static Expression<Func<T, bool>> Both<T>(Expression<Func<T, bool>>? left, Expression<Func<T, bool>> right) => left is null ? right : Join([left, right], areAll: true);

    /// <summary>All or any of several conditions, as a balanced tree: a visitor's stack grows with its depth.</summary>
    public static Expression<Func<T, bool>> Join<T>(IReadOnlyList<Expression<Func<T, bool>>> conditions, bool areAll)
    {
        if (conditions.Count == 0)
        {
            return areAll ? _ => true : _ => false;
        }

        var parameter = conditions[0].Parameters[0];
        var bodies = conditions.Select(c => Put(c.Body, c.Parameters[0], parameter)).ToList();
        return Expression.Lambda<Func<T, bool>>(Join(bodies, 0, bodies.Count, areAll), parameter);
    }

    private static Expression Join(List<Expression> bodies, int from, int count, bool areAll)
    {
        if (count == 1)
        {
            return bodies[from];
        }

        var (left, right) = (Join(bodies, from, count / 2, areAll), Join(bodies, from + (count / 2), count - (count / 2), areAll));
        return areAll ? Expression.AndAlso(left, right) : Expression.OrElse(left, right);
    }

    private static Expression Put(Expression body, ParameterExpression place, Expression value) => new Placing(place, value).Visit(body);

    private sealed class Placing(ParameterExpression place, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == place ? value : node;
    }
}
