using System.Text.Json;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Feedback;

/// <summary>Reads and writes definitions of surveys as JSON.</summary>
internal static class SurveyJson
{
    private static readonly Dictionary<string, string> s_none = new(StringComparer.Ordinal);

    public static CrmResult<SurveyDefinition> Read(string json, CrmErrorDescriber errors)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > SurveyDefinition.MaxLength)
        {
            return errors.SurveyMalformed("$", $"it is longer than {SurveyDefinition.MaxLength} characters");
        }

        try
        {
            var found = new List<CrmError>();
            var definition = Of(JsonSerializer.Deserialize(json, SurveyDocumentJson.Default.SurveyDocument) ?? new SurveyDocument(), errors, found);
            found.AddRange(definition.Check(errors));
            return found.Count > 0 ? CrmResult<SurveyDefinition>.Failed(found) : definition;
        }
        catch (JsonException unreadable)
        {
            return errors.SurveyMalformed(unreadable.Path ?? "$", "JSON of another form was expected");
        }
    }

    public static string Write(SurveyDefinition definition) => JsonSerializer.Serialize(
        new SurveyDocument
        {
            Language = definition.Language.Value,
            Titles = definition.Titles.ToDictionary(StringComparer.Ordinal),
            Questions = [.. definition.Questions.Select(Of)],
        },
        SurveyDocumentJson.Default.SurveyDocument);

    private static QuestionDocument Of(SurveyQuestion question) => new()
    {
        Key = question.Key,
        Kind = question.Kind,
        Texts = question.Texts.ToDictionary(StringComparer.Ordinal),
        Required = question.IsRequired,
        LowAt = question.LowAt,
        Choices = question.Choices.Count == 0 ? null : [.. question.Choices.Select(c => new ChoiceDocument { Key = c.Key, Texts = c.Texts.ToDictionary(StringComparer.Ordinal) })],
        Measure = question.Measure is not { } measure ? null : new MeasureDocument
        {
            Kind = measure.Kind, Scale = [measure.Minimum, measure.Maximum], Direction = measure.Direction, Method = measure.Method,
            SatisfiedPoints = measure.SatisfiedPoints == 0 ? null : measure.SatisfiedPoints,
        },
    };

    private static SurveyDefinition Of(SurveyDocument document, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (!LanguageTag.TryParse(document.Language ?? "en", out var language))
        {
            found.Add(errors.SurveyMalformed("$.language", "a language tag such as en or pt-BR was expected"));
        }

        return new SurveyDefinition(
            language ?? LanguageTag.Parse("en"),
            document.Titles ?? s_none,
            [.. (document.Questions ?? []).Select((q, i) => Of(q ?? new QuestionDocument(), $"$.questions[{i}]", errors, found))]);
    }

    private static SurveyQuestion Of(QuestionDocument question, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (question.Kind is null)
        {
            found.Add(errors.SurveyMalformed($"{path}.kind", "the kind of the question was expected"));
        }

        return new SurveyQuestion(question.Key ?? string.Empty, question.Kind ?? SurveyQuestionKind.Text, question.Texts ?? s_none)
        {
            IsRequired = question.Required,
            LowAt = question.LowAt,
            Measure = question.Measure is { } measure ? Of(measure, path, errors, found) : null,
            Choices = [.. (question.Choices ?? []).Select(c => new SurveyChoice(c?.Key ?? string.Empty, c?.Texts ?? s_none))],
        };
    }

    private static ScoreMeasure? Of(MeasureDocument measure, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (measure.Kind is not { } kind)
        {
            found.Add(errors.SurveyMalformed($"{path}.measure.kind", "nps, csat or ces was expected"));
            return null;
        }

        var usual = kind switch { ScoreKind.Nps => (0, 10), ScoreKind.Csat => (1, 5), _ => (1, 7) };
        var scale = measure.Scale is null ? usual : measure.Scale is [var low, var high] ? (low, high) : ((int, int)?)null;
        if (scale is not var (minimum, maximum))
        {
            found.Add(errors.SurveyMalformed($"{path}.measure.scale", "the lowest and the highest answer were expected"));
            return null;
        }

        try
        {
            return new ScoreMeasure(kind, minimum, maximum, measure.Direction ?? ScoreDirection.HigherIsBetter, measure.Method, measure.SatisfiedPoints);
        }
        catch (ArgumentException unusable)
        {
            found.Add(errors.SurveyMalformed($"{path}.measure", unusable.Message.Split(" (Parameter")[0]));
            return null;
        }
    }
}
