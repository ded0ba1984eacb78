using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Crm.Domain.Time;

/// <summary>Writes a NodaTime value as the text of a pattern, as a value and as a property name.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class PatternJsonConverter<T> : JsonConverter<T>
{
    private readonly IPattern<T> _pattern;

    /// <summary>A converter by a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    public PatternJsonConverter(IPattern<T> pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _pattern = pattern;
    }

    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw new JsonException($"Text was expected, a {typeof(T).Name}.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(_pattern.Format(value));
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(_pattern.Format(value!));
    }

    private T Parse(string text)
    {
        var parsed = _pattern.Parse(text);
        return parsed.Success ? parsed.Value : throw new JsonException(parsed.Exception.Message);
    }
}
