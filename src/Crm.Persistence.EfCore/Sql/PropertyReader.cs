using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>Reads properties of entities, as fast as code written for them.</summary>
internal static class PropertyReader
{
    /// <summary>Reads a property, or a property of a value in one; null where that value is missing.</summary>
    public static Func<object, object?> Of(IProperty property, IComplexProperty? container)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var declaring = container?.PropertyInfo!.DeclaringType ?? property.PropertyInfo!.DeclaringType!;
        Expression value = Expression.Convert(row, declaring);
        if (container is null)
        {
            return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.Property(value, property.PropertyInfo!), typeof(object)), row).Compile();
        }

        var whole = Expression.Property(value, container.PropertyInfo!);
        var part = Expression.Convert(Expression.Property(whole, property.PropertyInfo!), typeof(object));
        return Expression.Lambda<Func<object, object?>>(
            Expression.Condition(Expression.ReferenceEqual(whole, Expression.Constant(null)), Expression.Constant(null), part), row).Compile();
    }
}
