using System.Globalization;

namespace Crm.Domain.Feedback;

/// <summary>
/// What a score measures, on which scale, in which direction, by which method. Scores of different measures are never mixed: there is
/// no one formula for satisfaction and effort, and both directions are in use.
/// </summary>
public sealed record ScoreMeasure
{
    /// <summary>Most points of a scale.</summary>
    public const int MaxPoints = 101;

    /// <summary>Describes a measure.</summary>
    /// <param name="kind">What it measures.</param>
    /// <param name="minimum">The lowest answer.</param>
    /// <param name="maximum">The highest answer.</param>
    /// <param name="direction">Which end is the good one.</param>
    /// <param name="method">How the score follows; null for the usual one: net promoter, share of the satisfied, mean.</param>
    /// <param name="satisfiedPoints">How many of the best points count as satisfied; null for those in the best quarter of the scale, which are 4 and 5 of five.</param>
    /// <exception cref="ArgumentException">The scale has less than two points or more than <see cref="MaxPoints"/>, the net promoter score another scale than 0 to 10 upwards,
    /// the method does not go with the kind, or so many points are not there.</exception>
    public ScoreMeasure(ScoreKind kind, int minimum, int maximum, ScoreDirection direction = ScoreDirection.HigherIsBetter, ScoreMethod? method = null, int? satisfiedPoints = null)
    {
        (Kind, Minimum, Maximum, Direction) = (Primitives.Guard.Defined(kind), minimum, maximum, Primitives.Guard.Defined(direction));
        Method = Primitives.Guard.Defined(method ?? UsualOf(kind));
        var points = (long)maximum - minimum + 1;
        if (points is < 2 or > MaxPoints)
        {
            throw new ArgumentException($"A scale has 2 to {MaxPoints} points, from the lowest to the highest.", nameof(maximum));
        }

        if ((kind == ScoreKind.Nps) != (Method == ScoreMethod.NetPromoter))
        {
            throw new ArgumentException("The net promoter method goes with the net promoter score alone, and no other with it.", nameof(method));
        }

        if (kind == ScoreKind.Nps && this is not { Minimum: 0, Maximum: 10, Direction: ScoreDirection.HigherIsBetter })
        {
            throw new ArgumentException("The net promoter score has the scale 0 to 10, higher is better.", nameof(minimum));
        }

        if (Method == ScoreMethod.ShareOfMaximum && (minimum < 0 || direction == ScoreDirection.LowerIsBetter))
        {
            throw new ArgumentException("A share of the maximum needs a scale without negative numbers on which higher is better.", nameof(method));
        }

        SatisfiedPoints = Method != ScoreMethod.ShareSatisfied ? 0 : satisfiedPoints ?? (int)((points - 1) / 4) + 1;
        if (Method == ScoreMethod.ShareSatisfied ? SatisfiedPoints < 1 || SatisfiedPoints >= points : satisfiedPoints is not (null or 0))
        {
            throw new ArgumentException("Of a scale at least one point counts as satisfied and at least one does not, and only with the method that counts the satisfied.", nameof(satisfiedPoints));
        }
    }

    /// <summary>The net promoter score.</summary>
    public static ScoreMeasure Nps { get; } = new(ScoreKind.Nps, 0, 10);

    /// <summary>What it measures.</summary>
    public ScoreKind Kind { get; }

    /// <summary>The lowest answer.</summary>
    public int Minimum { get; }

    /// <summary>The highest answer.</summary>
    public int Maximum { get; }

    /// <summary>Which end is the good one.</summary>
    public ScoreDirection Direction { get; }

    /// <summary>How the score follows from answers.</summary>
    public ScoreMethod Method { get; }

    /// <summary>How many of the best points count as satisfied; zero where the method does not ask.</summary>
    public int SatisfiedPoints { get; }

    /// <summary>Satisfaction: the percentage of those who are satisfied.</summary>
    /// <param name="minimum">The lowest answer.</param>
    /// <param name="maximum">The highest answer.</param>
    /// <returns>The measure; higher is better.</returns>
    public static ScoreMeasure Csat(int minimum = 1, int maximum = 5) => new(ScoreKind.Csat, minimum, maximum);

    /// <summary>Effort: the mean answer.</summary>
    /// <param name="minimum">The lowest answer.</param>
    /// <param name="maximum">The highest answer.</param>
    /// <param name="direction">Whether a high answer says that it was easy.</param>
    /// <returns>The measure.</returns>
    public static ScoreMeasure Ces(int minimum = 1, int maximum = 7, ScoreDirection direction = ScoreDirection.HigherIsBetter) => new(ScoreKind.Ces, minimum, maximum, direction);

    /// <summary>Whether an answer is on the scale.</summary>
    /// <param name="answer">The answer.</param>
    /// <returns>True when it is.</returns>
    public bool Holds(int answer) => answer >= Minimum && answer <= Maximum;

    /// <summary>Whether an answer is as bad as another, or worse.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="limit">The other.</param>
    /// <returns>True when it is.</returns>
    public bool IsAtMost(int answer, int limit) => Direction == ScoreDirection.HigherIsBetter ? answer <= limit : answer >= limit;

    /// <summary>Where an answer stands on its scale, from 0, the worst, to 100, the best: the one number by which answers on different scales can be told apart.</summary>
    /// <param name="answer">An answer on the scale.</param>
    /// <returns>The place, rounded to four decimals.</returns>
    public decimal PlaceOf(int answer) =>
        Math.Round(100m * (Direction == ScoreDirection.HigherIsBetter ? answer - Minimum : Maximum - answer) / (Maximum - Minimum), 4, MidpointRounding.ToEven);

    /// <summary>The measure in few words, such as <c>Csat 1–5 HigherIsBetter ShareSatisfied</c>.</summary>
    /// <returns>Kind, scale, direction and method.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Minimum}–{Maximum} {Direction} {Method}{(SatisfiedPoints > 0 ? $" ({SatisfiedPoints})" : "")}");

    private static ScoreMethod UsualOf(ScoreKind kind) => kind switch
    {
        ScoreKind.Nps => ScoreMethod.NetPromoter,
        ScoreKind.Csat => ScoreMethod.ShareSatisfied,
        _ => ScoreMethod.Mean,
    };
}
