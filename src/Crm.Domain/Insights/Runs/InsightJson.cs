using System.Text.Json.Serialization;

namespace Crm.Domain.Insights;

/// <summary>The basis of a run as JSON; numbers are written so that they read the same again.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InsightBasis))]
internal sealed partial class InsightJson : JsonSerializerContext;
