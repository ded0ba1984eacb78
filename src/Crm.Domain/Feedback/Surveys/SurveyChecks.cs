using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Feedback;

/// <summary>Checks definitions, and replies against them.</summary>
internal static class SurveyChecks
{
    public static IReadOnlyList<CrmError> Of(SurveyDefinition definition, CrmErrorDescriber errors)
    {
        var found = new List<CrmError>();
        Texts(definition, definition.Titles, "$.titles", errors, found);
        if (definition.Questions.Count is 0 or > SurveyDefinition.MaxQuestions)
        {
            found.Add(errors.SurveyMalformed("$.questions", $"1 to {SurveyDefinition.MaxQuestions} questions were expected"));
        }

        foreach (var (question, path) in definition.Questions.Select((q, i) => (q, $"$.questions[{i}]")))
        {
            Key(question.Key, definition.Questions.Select(q => q.Key), path, errors, found);
            Texts(definition, question.Texts, $"{path}.texts", errors, found);
            Scale(question, path, errors, found);
            Choices(definition, question, path, errors, found);
        }

        return found;
    }

    public static IReadOnlyList<CrmError> Of(SurveyDefinition definition, IReadOnlyCollection<SurveyReply> replies, CrmErrorDescriber errors)
    {
        var found = new List<CrmError>();
        foreach (var same in replies.GroupBy(r => r.Question, StringComparer.Ordinal))
        {
            if (definition.Find(same.Key) is not { } question)
            {
                found.Add(errors.SurveyQuestionUnknown(same.Key));
            }
            else if (same.Count() > 1 || !Suits(question, same.First()))
            {
                found.Add(errors.SurveyAnswerUnfit(question.Key, Expected(question)));
            }
        }

        found.AddRange(definition.Questions.Where(q => q.IsRequired && !replies.Any(r => r.Question == q.Key)).Select(q => errors.SurveyAnswerMissing(q.Key)));
        return found;
    }

    private static bool Suits(SurveyQuestion question, SurveyReply reply) => question.Kind == reply.Kind && reply.Kind switch
    {
        SurveyQuestionKind.Score => question.Measure!.Holds(reply.Number!.Value),
        SurveyQuestionKind.Choice => question.Choices.Any(c => c.Key == reply.Chosen[0]),
        SurveyQuestionKind.MultipleChoice => reply.Chosen.Distinct(StringComparer.Ordinal).Count() == reply.Chosen.Count
            && (reply.Chosen.Count > 0 || !question.IsRequired) && reply.Chosen.All(k => question.Choices.Any(c => c.Key == k)),
        SurveyQuestionKind.Text => reply.Text is { } text && text.Length <= SurveyQuestion.MaxAnswerLength && WellFormed.IsWellFormed(text) && !text.Contains('\0', StringComparison.Ordinal)
            && (!question.IsRequired || !string.IsNullOrWhiteSpace(text)),
        _ => true,
    };

    private static string Expected(SurveyQuestion question) => question.Kind switch
    {
        SurveyQuestionKind.Score => $"{question.Measure!.Minimum}–{question.Measure.Maximum}",
        SurveyQuestionKind.Choice or SurveyQuestionKind.MultipleChoice => string.Join(", ", question.Choices.Select(c => c.Key)),
        SurveyQuestionKind.Text => $"≤ {SurveyQuestion.MaxAnswerLength}",
        _ => "true, false",
    };

    private static void Key(string key, IEnumerable<string> all, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (!Survey.IsKey(key))
        {
            found.Add(errors.SurveyMalformed($"{path}.key", $"up to {SurveyQuestion.MaxKeyLength} lower-case letters, digits and hyphens were expected, a letter first"));
        }
        else if (all.Count(k => k == key) > 1)
        {
            found.Add(errors.SurveyMalformed($"{path}.key", $"{key} is there twice"));
        }
    }

    private static void Texts(SurveyDefinition definition, IReadOnlyDictionary<string, string> texts, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if (!texts.ContainsKey(definition.Language.Value))
        {
            found.Add(errors.SurveyMalformed(path, $"a text in {definition.Language} was expected"));
        }

        foreach (var (language, text) in texts)
        {
            if (!LanguageTag.TryParse(language, out var tag) || tag.Value != language)
            {
                found.Add(errors.SurveyMalformed($"{path}.{language}", "a language tag such as en or pt-BR was expected"));
            }
            else if (!SingleLine.TryClean(text, SurveyQuestion.MaxTextLength, out var clean) || clean.Length == 0)
            {
                found.Add(errors.SurveyMalformed($"{path}.{language}", $"one line of at most {SurveyQuestion.MaxTextLength} characters was expected"));
            }
        }
    }

    private static void Scale(SurveyQuestion question, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        if ((question.Kind == SurveyQuestionKind.Score) != (question.Measure is not null))
        {
            found.Add(errors.SurveyMalformed($"{path}.measure", "a score question has a measure, and no other has"));
        }
        else if (question.LowAt is { } low && question.Measure?.Holds(low) != true)
        {
            found.Add(errors.SurveyMalformed($"{path}.lowAt", "an answer on the scale of a score question was expected"));
        }
    }

    private static void Choices(SurveyDefinition definition, SurveyQuestion question, string path, CrmErrorDescriber errors, List<CrmError> found)
    {
        var has = question.Kind is SurveyQuestionKind.Choice or SurveyQuestionKind.MultipleChoice;
        if (has ? question.Choices.Count is < 2 or > SurveyDefinition.MaxChoices : question.Choices.Count > 0)
        {
            found.Add(errors.SurveyMalformed($"{path}.choices", has ? $"2 to {SurveyDefinition.MaxChoices} choices were expected" : "only questions with choices have any"));
        }

        foreach (var (choice, index) in question.Choices.Select((c, i) => (c, i)))
        {
            Key(choice.Key, question.Choices.Select(c => c.Key), $"{path}.choices[{index}]", errors, found);
            Texts(definition, choice.Texts, $"{path}.choices[{index}].texts", errors, found);
        }
    }
}
