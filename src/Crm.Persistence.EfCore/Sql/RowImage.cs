using System.Globalization;
using System.Text.Json;

namespace Crm.Persistence.EfCore.Sql;

/// <summary>One row as the database stores it: column to value, exact to the bit, and as JSON.</summary>
internal sealed class RowImage(IReadOnlyDictionary<string, object?> values)
{
    public IReadOnlyDictionary<string, object?> Values => values;

    public object? this[string column] => values[column];

    public RowImage With(string column, object? value) => new(new Dictionary<string, object?>(values, StringComparer.Ordinal) { [column] = value });

    public RowImage Only(IEnumerable<string> columns) => new(columns.ToDictionary(c => c, c => values[c], StringComparer.Ordinal));

    public string ToJson() => JsonSerializer.Serialize(values.ToDictionary(v => v.Key, v => Encode(v.Value), StringComparer.Ordinal));

    public static RowImage FromJson(string json) => new(
        JsonSerializer.Deserialize<Dictionary<string, string?>>(json)!.ToDictionary(v => v.Key, v => Decode(v.Value), StringComparer.Ordinal));

    public static bool AreEqual(object? left, object? right) => string.Equals(Encode(left), Encode(right), StringComparison.Ordinal);

    // One letter says the type, so that what is read is what is written.
    private static string? Encode(object? value) => value switch
    {
        null or DBNull => null,
        string text => $"s{text}",
        Guid guid => $"g{guid:D}",
        bool flag => flag ? "b1" : "b0",
        int number => string.Create(CultureInfo.InvariantCulture, $"i{number}"),
        long number => string.Create(CultureInfo.InvariantCulture, $"l{number}"),
        short number => string.Create(CultureInfo.InvariantCulture, $"h{number}"),
        decimal number => string.Create(CultureInfo.InvariantCulture, $"m{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"d{number:R}"),
        float number => string.Create(CultureInfo.InvariantCulture, $"f{number:R}"),
        DateTime at => string.Create(CultureInfo.InvariantCulture, $"t{at.ToBinary()}"),
        DateTimeOffset at => string.Create(CultureInfo.InvariantCulture, $"z{at:O}"),
        DateOnly on => string.Create(CultureInfo.InvariantCulture, $"o{on:O}"),
        TimeOnly at => string.Create(CultureInfo.InvariantCulture, $"y{at:O}"),
        TimeSpan span => string.Create(CultureInfo.InvariantCulture, $"p{span.Ticks}"),
        byte[] bytes => $"x{Convert.ToBase64String(bytes)}",
        _ => throw new InvalidOperationException($"A merge cannot keep a value of {value.GetType()}. Exempt the entity, or store another type."),
    };

    private static object? Decode(string? text) => text is null ? null : (text[0], text[1..]) switch
    {
        ('s', var rest) => rest,
        ('g', var rest) => Guid.Parse(rest),
        ('b', var rest) => rest == "1",
        ('i', var rest) => int.Parse(rest, CultureInfo.InvariantCulture),
        ('l', var rest) => long.Parse(rest, CultureInfo.InvariantCulture),
        ('h', var rest) => short.Parse(rest, CultureInfo.InvariantCulture),
        ('m', var rest) => decimal.Parse(rest, CultureInfo.InvariantCulture),
        ('d', var rest) => double.Parse(rest, CultureInfo.InvariantCulture),
        ('f', var rest) => float.Parse(rest, CultureInfo.InvariantCulture),
        ('t', var rest) => DateTime.FromBinary(long.Parse(rest, CultureInfo.InvariantCulture)),
        ('z', var rest) => DateTimeOffset.Parse(rest, CultureInfo.InvariantCulture),
        ('o', var rest) => DateOnly.Parse(rest, CultureInfo.InvariantCulture),
        ('y', var rest) => TimeOnly.Parse(rest, CultureInfo.InvariantCulture),
        ('p', var rest) => TimeSpan.FromTicks(long.Parse(rest, CultureInfo.InvariantCulture)),
        ('x', var rest) => Convert.FromBase64String(rest),
        _ => throw new InvalidOperationException("The record of a merge is unreadable."),
    };
}
