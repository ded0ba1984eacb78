namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>Scores of different measures were to be mixed.</summary>
    /// <param name="one">One measure.</param>
    /// <param name="other">The other.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ScoreMeasuresDiffer(string one, string other) => Error(nameof(ScoreMeasuresDiffer), "Scores of different measures are not mixed: {0} and {1}.", "measure", one, other);

    /// <summary>An answer is not on the scale.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="minimum">The lowest answer of the scale.</param>
    /// <param name="maximum">The highest answer of the scale.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ScoreAnswerOffScale(int answer, int minimum, int maximum) =>
        Error(nameof(ScoreAnswerOffScale), "{0} is not on the scale from {1} to {2}.", "answer", answer, minimum, maximum);

    /// <summary>There is no score to compare, since there are too few answers.</summary>
    /// <param name="minimum">Fewest answers of which a score is made.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ScoreMissing(int minimum) => Error(nameof(ScoreMissing), "There is no score below {0} answers.", "count", minimum);
}
