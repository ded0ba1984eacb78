using System.Data.Common;
using Crm.Persistence.EfCore.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>One column of a bulk insert.</summary>
internal sealed class BulkColumn
{
    private readonly Func<object, object?>? _read;
    private readonly bool _isGiven;

    private BulkColumn(string name, string parameter, RelationalTypeMapping mapping, Type clrType, Func<object, object?>? read, bool isGiven)
    {
        Name = name;
        Parameter = parameter;
        Mapping = mapping;
        _read = read;
        _isGiven = isGiven;
        var stored = mapping.Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(clrType) ?? clrType;
        ArrayElement = stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored;
    }

    public string Name { get; }

    public string Parameter { get; }

    public RelationalTypeMapping Mapping { get; }

    public Type ArrayElement { get; }

    /// <summary>How an array of values is sent; null where its elements tell by themselves.</summary>
    public RelationalTypeMapping? ArrayMapping { get; init; }

    /// <summary>A column that is read from the row, or given with it.</summary>
    public static BulkColumn Of(IProperty property, IComplexProperty? container, string name, string parameter, bool isGiven, Func<IProperty, RelationalTypeMapping?>? arrays)
    {
        var read = isGiven || property.IsShadowProperty() ? null : PropertyReader.Of(property, container);
        return read is null && !isGiven && property.Name != CrmAnnotations.TenantId
            ? throw new InvalidOperationException($"The column {name} cannot be written in bulk: it has no property.")
            : new BulkColumn(name, parameter, property.GetRelationalTypeMapping(), property.ClrType, read, isGiven) { ArrayMapping = arrays?.Invoke(property) };
    }

    /// <summary>A column that says the same of every row.</summary>
    public static BulkColumn Constant(IProperty property, object? value, string name, string parameter) =>
        new(name, parameter, property.GetRelationalTypeMapping(), property.ClrType, _ => value, isGiven: false);

    /// <summary>The parameter that holds an array of values.</summary>
    public DbParameter ArrayParameter(DbCommand command, Array values)
    {
        if (ArrayMapping is not null)
        {
            return ArrayMapping.CreateParameter(command, Parameter, values, false);
        }

        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (Parameter, values);
        return parameter;
    }

    /// <summary>The value as the database stores it.</summary>
    public object? StoredValue(object row, object? given, string? tenant)
    {
        var value = _isGiven ? given : _read is null ? tenant : _read(row);
        return value is null || Mapping.Converter is null ? value : Mapping.Converter.ConvertToProvider(value);
    }
}
