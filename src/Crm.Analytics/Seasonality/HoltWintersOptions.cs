namespace Crm.Analytics.Seasonality;

/// <summary>How a series is smoothed exponentially. A parameter that is given is kept; the others are chosen by least squares.</summary>
public sealed record HoltWintersOptions
{
    /// <summary>Whether there is a season.</summary>
    /// <value>Default true; false gives Holt's method.</value>
    public bool Season { get; init; } = true;

    /// <summary>Whether there is a trend.</summary>
    /// <value>Default true; false, without a season, gives simple exponential smoothing.</value>
    public bool Trend { get; init; } = true;

    /// <summary>How the season enters.</summary>
    /// <value>Default <see cref="SeasonalForm.Additive"/>.</value>
    public SeasonalForm Form { get; init; } = SeasonalForm.Additive;

    /// <summary>The weight of the newest value in the level, 0 to 1.</summary>
    /// <value>Default null: chosen.</value>
    public double? Alpha { get; init; }

    /// <summary>The weight of the newest step in the trend, 0 to 1.</summary>
    /// <value>Default null: chosen.</value>
    public double? Beta { get; init; }

    /// <summary>The weight of the newest value in the season, 0 to 1.</summary>
    /// <value>Default null: chosen.</value>
    public double? Gamma { get; init; }

    internal void Check()
    {
        Check(nameof(Alpha), Alpha);
        Check(nameof(Beta), Beta);
        Check(nameof(Gamma), Gamma);
        if (!Enum.IsDefined(Form)) throw new ArgumentOutOfRangeException("options", Form, "Form is not defined.");

        static void Check(string name, double? weight)
        {
            if (weight is { } value && !(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException("options", value, $"{name} lies from 0 to 1.");
        }
    }
}
