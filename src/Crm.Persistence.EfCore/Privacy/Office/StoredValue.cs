using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using NodaTime.Text;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>Reads what a column stores as people read it, alike on every database.</summary>
internal static class StoredValue
{
    public static string? TextOf(IColumnBase column, object? stored)
    {
        if (stored is null)
        {
            return null;
        }

        var mapping = column.PropertyMappings[0];
        var converter = mapping.TypeMapping.Converter;
        var provided = Provided(stored, Plain(converter?.ProviderClrType ?? mapping.Property.ClrType));
        return Format(converter is null ? provided : converter.ConvertFromProvider(provided));
    }

    private static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    // SQLite gives integers and texts for all that it has no type of its own for.
    private static object Provided(object stored, Type type) => stored switch
    {
        _ when type.IsInstanceOfType(stored) => stored,
        string text when type == typeof(Guid) => Guid.Parse(text),
        string text when type == typeof(DateTime) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        string text when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(TimeOnly) => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        DateTime at when type == typeof(DateOnly) => DateOnly.FromDateTime(at),
        _ when type.IsEnum => Enum.ToObject(type, stored),
        _ => Convert.ChangeType(stored, type, CultureInfo.InvariantCulture),
    };

    private static string? Format(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        Instant instant => InstantPattern.ExtendedIso.Format(instant),
        LocalDate date => LocalDatePattern.Iso.Format(date),
        DateTime at => at.ToString("O", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        Enum name => name.ToString(),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
