namespace Crm.Domain.Feedback;

/// <summary>What a customer answered to one question.</summary>
public sealed class SurveyAnswer
{
    private SurveyAnswer() => Question = null!;

    internal SurveyAnswer(SurveyReply reply)
    {
        (Question, Kind, Number, IsYes) = (reply.Question, reply.Kind, reply.Number, reply.IsYes);
        Text = string.IsNullOrWhiteSpace(reply.Text) ? null : reply.Text;
        ChosenText = reply.Chosen.Count == 0 ? null : string.Join(' ', reply.Chosen);
    }

    /// <summary>The key of the question.</summary>
    public string Question { get; private set; }

    /// <summary>What kind of answer it is.</summary>
    public SurveyQuestionKind Kind { get; private set; }

    /// <summary>The points of a score.</summary>
    public int? Number { get; private set; }

    /// <summary>The keys of what was chosen, with a space between them.</summary>
    public string? ChosenText { get; private set; }

    /// <summary>The keys of what was chosen.</summary>
    public IReadOnlyList<string> Chosen => ChosenText?.Split(' ') ?? [];

    /// <summary>Free words.</summary>
    public string? Text { get; private set; }

    /// <summary>Yes or no.</summary>
    public bool? IsYes { get; private set; }
}
