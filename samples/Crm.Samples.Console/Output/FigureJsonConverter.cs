using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crm.Samples.Console.Output;

/// <summary>Writes a figure that does not exist as null: JSON has no NaN.</summary>
internal sealed class FigureJsonConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
