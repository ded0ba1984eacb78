using System.Linq.Expressions;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>One column of a bulk insert.</summary>
internal sealed class BulkColumn
{
    private readonly Func<object, object?>? _read;
    private readonly bool _isRootKey;

    private BulkColumn(string name, string parameter, RelationalTypeMapping mapping, Type clrType, Func<object, object?>? read, bool isRootKey)
    {
        Name = name;
        Parameter = parameter;
        Mapping = mapping;
        _read = read;
        _isRootKey = isRootKey;
        var stored = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(clrType) ?? clrType;
        ArrayElement = stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored;
    }

    public string Name { get; }

    public string Parameter { get; }

    public RelationalTypeMapping Mapping { get; }

    public Type ArrayElement { get; }

    public static BulkColumn Of(IProperty property, IComplexProperty? container, string name, string parameter, bool isRootKey)
    {
        var read = isRootKey || property.IsShadowProperty() ? null : Reader(property, container);
        return read is null && !isRootKey && property.Name != CrmAnnotations.TenantId
            ? throw new InvalidOperationException($"The column {name} cannot be written in bulk: it has no property.")
            : new BulkColumn(name, parameter, property.GetRelationalTypeMapping(), property.ClrType, read, isRootKey);
    }

    /// <summary>The value as the database stores it.</summary>
    public object? StoredValue(object row, object? rootId, string? tenant)
    {
        var value = _isRootKey ? rootId : _read is null ? tenant : _read(row);
        return value is null || Mapping.Converter is null ? value : Mapping.Converter.ConvertToProvider(value);
    }

    private static Func<object, object?> Reader(IProperty property, IComplexProperty? container)
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
