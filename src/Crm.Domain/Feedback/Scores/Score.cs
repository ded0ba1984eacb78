using Crm.Domain.Primitives;

namespace Crm.Domain.Feedback;

/// <summary>
/// A score that says what it measures and how sure it is: with scale, direction, method, the number of answers and an interval. Values
/// are not rounded; round what is shown, after the subtraction of the net promoter score.
/// </summary>
/// <param name="Measure">What it measures, and how.</param>
/// <param name="Count">How many answers there are.</param>
/// <param name="MinimumCount">How many were asked for.</param>
/// <remarks>
/// Intervals have a confidence of 95 %. Net promoter score: its standard error is 100·√((p + d − (p − d)²) / n) with the shares p of
/// promoters and d of detractors, the variance of a trinomial of −1, 0 and 1, times the normal quantile 1.959964. Share of the satisfied:
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22
/// (1927), 209–212. Means: Student's t with n − 1 degrees of freedom. Intervals of net promoter scores and means may reach beyond the scale.
/// </remarks>
public sealed record Score(ScoreMeasure Measure, int Count, int MinimumCount)
{
    /// <summary>Fewest answers of which a score is made where nobody says otherwise.</summary>
    public const int UsualMinimum = 5;

    /// <summary>Whether there are enough answers for a score.</summary>
    public bool IsSufficient => Count >= MinimumCount && Count > 0;

    /// <summary>The score: percent for shares, −100 to 100 for the net promoter score, points of the scale for means; null below the minimum.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the interval; null below the minimum, and for a mean of one answer.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the interval; null below the minimum, and for a mean of one answer.</summary>
    public double? High { get; init; }

    /// <summary>The standard error in the unit of the score; null below the minimum, and for a mean of one answer.</summary>
    public double? StandardError { get; init; }

    /// <summary>How much this score differs from another of the same measure.</summary>
    /// <param name="other">The other score.</param>
    /// <param name="errors">The words of refusals; the built-in ones when null.</param>
    /// <returns>This score less the other, or <c>ScoreMeasuresDiffer</c>, <c>ScoreMissing</c>.</returns>
    public CrmResult<double> DifferenceTo(Score other, CrmErrorDescriber? errors = null)
    {
        ArgumentNullException.ThrowIfNull(other);
        var words = errors ?? CrmErrorDescriber.Default;
        return other.Measure != Measure ? words.ScoreMeasuresDiffer(Measure.ToString(), other.Measure.ToString())
            : Value is { } here && other.Value is { } there ? here - there
            : words.ScoreMissing(Math.Max(MinimumCount, other.MinimumCount));
    }
}
