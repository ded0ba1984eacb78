using System.Text.Json.Serialization;

namespace Crm.Domain.Feedback;

/// <summary>A definition as it stands in JSON; what is missing is null.</summary>
internal sealed class SurveyDocument
{
    public string? Language { get; set; }

    public Dictionary<string, string>? Titles { get; set; }

    public List<QuestionDocument>? Questions { get; set; }
}

/// <summary>A question as it stands in JSON.</summary>
internal sealed class QuestionDocument
{
    public string? Key { get; set; }

    public SurveyQuestionKind? Kind { get; set; }

    public Dictionary<string, string>? Texts { get; set; }

    public bool Required { get; set; }

    public MeasureDocument? Measure { get; set; }

    public int? LowAt { get; set; }

    public List<ChoiceDocument>? Choices { get; set; }
}

/// <summary>A measure as it stands in JSON.</summary>
internal sealed class MeasureDocument
{
    public ScoreKind? Kind { get; set; }

    public List<int>? Scale { get; set; }

    public ScoreDirection? Direction { get; set; }

    public ScoreMethod? Method { get; set; }

    public int? SatisfiedPoints { get; set; }
}

/// <summary>A choice as it stands in JSON.</summary>
internal sealed class ChoiceDocument
{
    public string? Key { get; set; }

    public Dictionary<string, string>? Texts { get; set; }
}

/// <summary>Definitions as JSON: camel case, and no member that means nothing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters = [typeof(CamelCaseEnumConverter<SurveyQuestionKind>), typeof(CamelCaseEnumConverter<ScoreKind>), typeof(CamelCaseEnumConverter<ScoreDirection>), typeof(CamelCaseEnumConverter<ScoreMethod>)])]
[JsonSerializable(typeof(SurveyDocument))]
internal sealed partial class SurveyDocumentJson : JsonSerializerContext;

/// <summary>Enumerated values by their names in camel case, never by number.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
