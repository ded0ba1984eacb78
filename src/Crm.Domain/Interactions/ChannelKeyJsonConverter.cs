using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Domain.Interactions;

internal sealed class ChannelKeyJsonConverter : JsonConverter<ChannelKey>
{
    public override ChannelKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("A channel key was expected."));

    public override void Write(Utf8JsonWriter writer, ChannelKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
