namespace Crm.Analytics.Survival;

/// <summary>How a proportional hazards model is fitted.</summary>
public sealed record CoxOptions
{
    /// <summary>How ties are treated.</summary>
    /// <value>Default <see cref="CoxTies.Efron"/>.</value>
    public CoxTies Ties { get; init; } = CoxTies.Efron;

    /// <summary>The level of the confidence intervals.</summary>
    /// <value>Default 0.95; above 0, below 1.</value>
    public double Level { get; init; } = 0.95;

    /// <summary>How many steps the search may take.</summary>
    /// <value>Default 100.</value>
    public int MaximumIterations { get; init; } = 100;

    internal void Check()
    {
        if (!Enum.IsDefined(Ties)) throw Wrong(nameof(Ties), Ties);
        if (!(Level is > 0 and < 1)) throw Wrong(nameof(Level), Level);
        if (MaximumIterations < 1) throw Wrong(nameof(MaximumIterations), MaximumIterations);

        static ArgumentOutOfRangeException Wrong(string option, object value) => new("options", value, $"{option} is out of range.");
    }
}
