using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Domain.Time;

namespace Crm.Samples.Console.Output;

/// <summary>The JSON of every command: camelCase, invariant, dates in ISO 8601, figures as numbers.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new MoneyJsonConverter(),
            new FigureJsonConverter(),
        },
    }.AddCrmTimeConverters();

    public static void Write(TextWriter writer, object document) => writer.WriteLine(JsonSerializer.Serialize(document, s_options));
}
