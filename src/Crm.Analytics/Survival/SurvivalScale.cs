namespace Crm.Analytics.Survival;

/// <summary>On which scale the confidence interval of a survival probability S is symmetric. Bounds never leave 0 to 1.</summary>
public enum SurvivalScale
{
    /// <summary>S itself.</summary>
    Plain,

    /// <summary>ln S, the negative cumulative hazard.</summary>
    Log,

    /// <summary>ln(−ln S) (J. D. Kalbfleisch and R. L. Prentice 1980).</summary>
    LogLog,
}
