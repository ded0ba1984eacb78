using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Crm.Samples.Console.Output;

/// <summary>Writes a NodaTime value by its ISO pattern.</summary>
internal sealed class PatternJsonConverter<T>(IPattern<T> pattern) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => pattern.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(pattern.Format(value));
}
