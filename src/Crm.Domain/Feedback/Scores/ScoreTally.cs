using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>How often each answer of one measure was given. Tallies add up exactly; scores do not.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ScoreTally
{
    private const double Normal = 1.9599639845400545;

    private readonly int[] _counts;

    private ScoreTally(ScoreMeasure measure, int[] counts) => (Measure, _counts, Count) = (measure, counts, counts.Sum());

    /// <summary>What the answers measure.</summary>
    public ScoreMeasure Measure { get; }

    /// <summary>How many answers there are.</summary>
    public int Count { get; }

    /// <summary>How many answers gave a value.</summary>
    /// <param name="answer">The value.</param>
    public int this[int answer] => Measure.Holds(answer) ? _counts[answer - Measure.Minimum] : 0;

    /// <summary>Counts answers.</summary>
    /// <param name="measure">What they measure.</param>
    /// <param name="answers">The answers.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>The tally, or <c>ScoreAnswerOffScale</c> for the first one that is not on the scale.</returns>
    public static CrmResult<ScoreTally> Of(ScoreMeasure measure, IEnumerable<int> answers, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return OfCounts(measure, answers.Select(a => (a, 1)), errors);
    }

    /// <summary>Takes answers that were counted elsewhere.</summary>
    /// <param name="measure">What they measure.</param>
    /// <param name="counts">Values with how often each was given.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>The tally, or <c>ScoreAnswerOffScale</c> for the first value that is not on the scale.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static CrmResult<ScoreTally> OfCounts(ScoreMeasure measure, IEnumerable<(int Answer, int Count)> counts, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        ArgumentNullException.ThrowIfNull(counts);
        var tally = new int[measure.Maximum - measure.Minimum + 1];
        foreach (var (answer, count) in counts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(counts));
            if (!measure.Holds(answer))
            {
                return (errors ?? CrmErrorDescriber.Default).ScoreAnswerOffScale(answer, measure.Minimum, measure.Maximum);
            }

            tally[answer - measure.Minimum] = checked(tally[answer - measure.Minimum] + count);
        }

        return new ScoreTally(measure, tally);
    }

    /// <summary>Adds the answers of another tally.</summary>
    /// <param name="other">Answers of the same measure.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>A tally of both, or <c>ScoreMeasuresDiffer</c>.</returns>
    public CrmResult<ScoreTally> Add(ScoreTally other, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Measure == Measure
            ? new ScoreTally(Measure, [.. _counts.Zip(other._counts, (a, b) => checked(a + b))])
            : (errors ?? CrmErrorDescriber.Default).ScoreMeasuresDiffer(Measure.ToString(), other.Measure.ToString());
    }

    /// <summary>The score of the answers.</summary>
    /// <param name="minimumCount">Fewest answers of which a score is made; 1 or more.</param>
    /// <returns>The score; without a value where there are too few answers.</returns>
    public Score ToScore(int minimumCount = Score.UsualMinimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        var empty = new Score(Measure, Count, minimumCount);
        return !empty.IsSufficient ? empty : Measure.Method switch
        {
            ScoreMethod.NetPromoter => Promoters(empty),
            ScoreMethod.ShareSatisfied => Satisfied(empty),
            ScoreMethod.ShareOfMaximum => Mean(empty, 100d / Measure.Maximum),
            _ => Mean(empty, 1),
        };
    }

    // Zero is a detractor too.
    private Score Promoters(Score score)
    {
        double n = Count;
        int promoters = this[9] + this[10], detractors = Enumerable.Range(0, 7).Sum(a => this[a]);
        var (share, net) = ((promoters + detractors) / n, (promoters - detractors) / n);
        var error = 100 * Math.Sqrt(Math.Max(0, share - (net * net)) / n);
        var value = 100d * (promoters - detractors) / n;
        return score with { Value = value, StandardError = error, Low = value - (Normal * error), High = value + (Normal * error) };
    }

    private Score Satisfied(Score score)
    {
        double n = Count, satisfied = Measure.Direction == ScoreDirection.HigherIsBetter ? _counts[^Measure.SatisfiedPoints..].Sum() : _counts[..Measure.SatisfiedPoints].Sum();
        var (share, square) = (satisfied / n, Normal * Normal);
        var centre = (share + (square / (2 * n))) / (1 + (square / n));
        var half = Normal / (1 + (square / n)) * Math.Sqrt((share * (1 - share) / n) + (square / (4 * n * n)));
        return score with
        {
            Value = 100 * satisfied / n,
            StandardError = 100 * Math.Sqrt(share * (1 - share) / n),
            Low = satisfied == 0 ? 0 : Math.Max(0, 100 * (centre - half)),
            High = satisfied == n ? 100 : Math.Min(100, 100 * (centre + half)),
        };
    }

    private Score Mean(Score score, double unit)
    {
        var mean = _counts.Select((c, i) => (double)c * (Measure.Minimum + i)).Sum() / Count;
        if (Count == 1)
        {
            return score with { Value = mean * unit };
        }

        var squares = _counts.Select((c, i) => c * Math.Pow(Measure.Minimum + i - mean, 2)).Sum();
        var error = Math.Sqrt(squares / (Count - 1) / Count);
        var half = StudentQuantile.TwoSided95(Count - 1) * error;
        return score with { Value = mean * unit, StandardError = error * unit, Low = (mean - half) * unit, High = (mean + half) * unit };
    }
}
