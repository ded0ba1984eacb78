using System.Text.Json.Serialization;

namespace Crm.Domain.Sales;

/// <summary>Traits and counts as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DealTraits))]
[JsonSerializable(typeof(IReadOnlyList<WinCount>))]
internal sealed partial class WinJson : JsonSerializerContext;
