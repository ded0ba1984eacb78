using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>Writes a value whose whole content is one text as a JSON string, and as a property name.</summary>
/// <typeparam name="T">The value type; its <see cref="object.ToString"/> is what its parser reads.</typeparam>
public sealed class ValueJsonConverter<T> : JsonConverter<T>
    where T : class, IParsable<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw Refused();

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString());

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.ToString() ?? string.Empty);
    }

    private static T Parse(string? text) => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw Refused();

    private static JsonException Refused() => new($"A text that reads as {typeof(T).Name} was expected.");
}
