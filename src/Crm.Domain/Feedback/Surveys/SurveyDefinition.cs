using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Feedback;

/// <summary>What a survey asks, in all its languages.</summary>
/// <param name="Language">The language that every text has; customers of a language that is missing read it.</param>
/// <param name="Titles">The title by language.</param>
/// <param name="Questions">The questions in their order.</param>
public sealed record SurveyDefinition(LanguageTag Language, IReadOnlyDictionary<string, string> Titles, IReadOnlyList<SurveyQuestion> Questions)
{
    /// <summary>Most questions.</summary>
    public const int MaxQuestions = 50;

    /// <summary>Most choices of a question.</summary>
    public const int MaxChoices = 50;

    /// <summary>Longest definition as JSON.</summary>
    public const int MaxLength = 200_000;

    /// <summary>Reads a definition from JSON.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>The definition, or <c>SurveyMalformed</c> for each place that is wrong.</returns>
    public static CrmResult<SurveyDefinition> Parse(string json, CrmErrorDescriber? errors = null) => SurveyJson.Read(json, errors ?? CrmErrorDescriber.Default);

    /// <summary>Writes the definition as JSON.</summary>
    /// <returns>The JSON that <see cref="Parse"/> reads.</returns>
    public string ToJson() => SurveyJson.Write(this);

    /// <summary>What is wrong with the definition: keys that are none or there twice, texts without the main language, scales and choices that do not go with the kind.</summary>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns><c>SurveyMalformed</c> for each place; empty when all is well.</returns>
    public IReadOnlyList<CrmError> Check(CrmErrorDescriber? errors = null) => SurveyChecks.Of(this, errors ?? CrmErrorDescriber.Default);

    /// <summary>What is wrong with replies: questions that are not there, required ones that are missing, answers that do not go with the kind.</summary>
    /// <param name="replies">The replies.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns><c>SurveyQuestionUnknown</c>, <c>SurveyAnswerMissing</c> and <c>SurveyAnswerUnfit</c>; empty when all is well.</returns>
    public IReadOnlyList<CrmError> Check(IReadOnlyCollection<SurveyReply> replies, CrmErrorDescriber? errors = null) => SurveyChecks.Of(this, replies, errors ?? CrmErrorDescriber.Default);

    /// <summary>The text of a language.</summary>
    /// <param name="texts">Texts by language.</param>
    /// <param name="language">The wanted language; null for the main one.</param>
    /// <returns>The text of the language, else of the same language elsewhere, else of <see cref="Language"/>.</returns>
    public string TextIn(IReadOnlyDictionary<string, string> texts, LanguageTag? language)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return language is not null && texts.TryGetValue(language.Value, out var exact) ? exact
            : language is not null && texts.TryGetValue(language.Primary, out var near) ? near
            : texts.TryGetValue(Language.Value, out var main) ? main
            : string.Empty;
    }

    internal SurveyQuestion? Find(string key) => Questions.FirstOrDefault(q => q.Key == key);
}
