using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Values;

/// <summary>Writes a key that a host may register as a JSON string, and as a property name.</summary>
/// <typeparam name="T">The key; its <see cref="object.ToString"/> is what <paramref name="make"/> takes.</typeparam>
/// <param name="what">What is expected, as a refusal says it.</param>
/// <param name="make">Makes the key, or refuses with an <see cref="ArgumentException"/>.</param>
internal abstract class KeyJsonConverter<T>(string what, Func<string, T> make) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw Refused(null);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);

    private T Parse(string? text)
    {
        try
        {
            return make(text ?? string.Empty);
        }
        catch (ArgumentException invalid)
        {
            throw Refused(invalid);
        }
    }

    private JsonException Refused(ArgumentException? because) => new($"A {what} key was expected.", because);
}
