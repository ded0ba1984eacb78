namespace Crm.Analytics.Survival;

/// <summary>How confidence intervals of survival curves are computed.</summary>
public sealed record SurvivalOptions
{
    /// <summary>The level of the pointwise confidence intervals.</summary>
    /// <value>Default 0.95; above 0, below 1.</value>
    public double Level { get; init; } = 0.95;

    /// <summary>The scale on which the interval of the survival function is symmetric.</summary>
    /// <value>Default <see cref="SurvivalScale.Log"/>, as in the R package survival; the Python package lifelines has <see cref="SurvivalScale.LogLog"/>.</value>
    public SurvivalScale Scale { get; init; } = SurvivalScale.Log;

    internal void Check()
    {
        if (!(Level is > 0 and < 1)) throw new ArgumentOutOfRangeException("options", Level, "Level lies between 0 and 1.");
        if (!Enum.IsDefined(Scale)) throw new ArgumentOutOfRangeException("options", Scale, "Not a defined scale.");
    }
}
