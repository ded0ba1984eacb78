using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Interactions;

internal sealed class ChannelKeyJsonConverter : JsonConverter<ChannelKey>
{
    public override ChannelKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()) : throw new JsonException("A channel key was expected.");

    public override void Write(Utf8JsonWriter writer, ChannelKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override ChannelKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

    public override void WriteAsPropertyName(Utf8JsonWriter writer, ChannelKey value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);

    private static ChannelKey Parse(string? text)
    {
        try
        {
            return new ChannelKey(text ?? string.Empty);
        }
        catch (ArgumentException invalid)
        {
            throw new JsonException("A channel key was expected.", invalid);
        }
    }
}
