namespace Crm.Domain.Feedback;

/// <summary>What a customer answers to one question.</summary>
public sealed record SurveyReply
{
    private SurveyReply(string question, SurveyQuestionKind kind)
    {
        ArgumentException.ThrowIfNullOrEmpty(question);
        (Question, Kind) = (question, kind);
    }

    /// <summary>The key of the question.</summary>
    public string Question { get; }

    /// <summary>What kind of answer it is.</summary>
    public SurveyQuestionKind Kind { get; }

    /// <summary>The points of a score.</summary>
    public int? Number { get; private init; }

    /// <summary>The keys of what was chosen.</summary>
    public IReadOnlyList<string> Chosen { get; private init; } = [];

    /// <summary>Free words.</summary>
    public string? Text { get; private init; }

    /// <summary>Yes or no.</summary>
    public bool? IsYes { get; private init; }

    /// <summary>Answers with a score.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="value">The points.</param>
    /// <returns>The reply.</returns>
    public static SurveyReply Score(string question, int value) => new(question, SurveyQuestionKind.Score) { Number = value };

    /// <summary>Answers with one choice.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="choice">The key of the choice.</param>
    /// <returns>The reply.</returns>
    public static SurveyReply Choice(string question, string choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new(question, SurveyQuestionKind.Choice) { Chosen = [choice] };
    }

    /// <summary>Answers with any number of choices.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="choices">The keys of the choices.</param>
    /// <returns>The reply.</returns>
    public static SurveyReply Choices(string question, IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new(question, SurveyQuestionKind.MultipleChoice) { Chosen = [.. choices] };
    }

    /// <summary>Answers in free words.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="text">The words.</param>
    /// <returns>The reply.</returns>
    public static SurveyReply Words(string question, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(question, SurveyQuestionKind.Text) { Text = text };
    }

    /// <summary>Answers with yes or no.</summary>
    /// <param name="question">The key of the question.</param>
    /// <param name="isYes">Yes or no.</param>
    /// <returns>The reply.</returns>
    public static SurveyReply YesNo(string question, bool isYes) => new(question, SurveyQuestionKind.YesNo) { IsYes = isYes };
}
