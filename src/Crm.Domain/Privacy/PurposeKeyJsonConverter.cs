using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Privacy;

internal sealed class PurposeKeyJsonConverter : JsonConverter<PurposeKey>
{
    public override PurposeKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw new JsonException("A purpose key was expected.");

    public override void Write(Utf8JsonWriter writer, PurposeKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override PurposeKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, PurposeKey value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    private static PurposeKey Parse(string? text)
    {
        try
        {
            return new PurposeKey(text ?? string.Empty);
        }
        catch (ArgumentException invalid)
        {
            throw new JsonException("A purpose key was expected.", invalid);
        }
    }
}
