namespace Crm.Domain.Feedback;

/// <summary>How a score follows from answers.</summary>
public enum ScoreMethod
{
    /// <summary>Percentage of promoters (9 and 10) less percentage of detractors (0 to 6), from −100 to 100.</summary>
    NetPromoter,

    /// <summary>Percentage of answers among the best points of the scale.</summary>
    ShareSatisfied,

    /// <summary>Sum of the answers in percent of the highest that they could be.</summary>
    ShareOfMaximum,

    /// <summary>Mean of the answers, in points of the scale.</summary>
    Mean,
}
