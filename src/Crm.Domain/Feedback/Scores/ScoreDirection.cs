namespace Crm.Domain.Feedback;

/// <summary>Which end of a scale is the good one.</summary>
public enum ScoreDirection
{
    /// <summary>The highest number is the best answer.</summary>
    HigherIsBetter,

    /// <summary>The lowest number is the best answer.</summary>
    LowerIsBetter,
}
