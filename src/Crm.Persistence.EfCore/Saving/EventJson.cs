using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Crm.Domain.Time;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>The JSON in which events are stored: camel case, names of enumerated values, ISO dates.</summary>
internal static class EventJson
{
    public static JsonSerializerOptions Options { get; } = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    }.AddCrmTimeConverters();
}
