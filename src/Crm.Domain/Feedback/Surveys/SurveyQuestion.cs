namespace Crm.Domain.Feedback;

/// <summary>One question of a survey.</summary>
/// <param name="Key">What answers and reports call it: up to <see cref="MaxKeyLength"/> lower-case letters, digits and hyphens.</param>
/// <param name="Kind">What kind of answer it takes.</param>
/// <param name="Texts">What customers read, by language, such as <c>en</c> or <c>pt-BR</c>.</param>
public sealed record SurveyQuestion(string Key, SurveyQuestionKind Kind, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 64;

    /// <summary>Longest text of a question or choice.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Longest answer in free words.</summary>
    public const int MaxAnswerLength = 4_000;

    /// <summary>Whether it must be answered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>What a score question measures, with its scale.</summary>
    public ScoreMeasure? Measure { get; init; }

    /// <summary>The answer from which on down a score is low, that answer included; down is towards the bad end of the scale.</summary>
    /// <value>Null by default: no answer is low.</value>
    public int? LowAt { get; init; }

    /// <summary>The choices of a question with choices.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<SurveyChoice> Choices { get; init; } = [];
}
