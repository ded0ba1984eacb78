namespace Crm.Analytics.Uplift;

/// <summary>What an experiment shall be able to show.</summary>
public sealed record SampleSizeOptions
{
    /// <summary>The level of its interval.</summary>
    /// <value>Default 0.95; between 0 and 1.</value>
    public double Level { get; init; } = 0.95;

    /// <summary>The probability to see the difference when it is there.</summary>
    /// <value>Default 0.8; between 0 and 1.</value>
    public double Power { get; init; } = 0.8;

    /// <summary>The share of customers in the control group.</summary>
    /// <value>Default 0.5, which needs the fewest customers; between 0 and 1.</value>
    public double ControlShare { get; init; } = 0.5;

    internal void Check()
    {
        UpliftRules.CheckOpen(Level, nameof(Level));
        UpliftRules.CheckOpen(Power, nameof(Power));
        UpliftRules.CheckOpen(ControlShare, nameof(ControlShare));
    }
}
