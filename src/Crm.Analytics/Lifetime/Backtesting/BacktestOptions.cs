using Crm.Analytics.Purchases;

namespace Crm.Analytics.Lifetime;

/// <summary>How a model is judged by purchases it has not seen.</summary>
public sealed record BacktestOptions
{
    /// <summary>The unit that the model is fitted in.</summary>
    /// <value>Default weeks.</value>
    public TimeUnit Unit { get; init; } = TimeUnit.Week;

    /// <summary>How the model is fitted.</summary>
    /// <value>Default: as <see cref="FitOptions"/> has it.</value>
    public FitOptions Fit { get; init; } = new();

    /// <summary>The highest row of the calibration table by purchases before: customers with so many or more are one row.</summary>
    /// <value>Default 7, as in Fader, Hardie and Lee (2005), figure 4.</value>
    public int LastFrequency { get; init; } = 7;

    /// <summary>Into how many groups of equal size customers are cut by predicted probability.</summary>
    /// <value>Default 10.</value>
    public int Groups { get; init; } = 10;

    /// <summary>The probability with which a customer's purchases should lie within the predicted interval.</summary>
    /// <value>Default 0.9.</value>
    public double Coverage { get; init; } = 0.9;

    /// <summary>What returns do in the summaries.</summary>
    /// <value>Default <see cref="ReturnPolicy.Net"/>.</value>
    public ReturnPolicy Returns { get; init; } = ReturnPolicy.Net;

    internal void Check()
    {
        if (LastFrequency < 0) throw Wrong(nameof(LastFrequency), LastFrequency);
        if (Groups < 1) throw Wrong(nameof(Groups), Groups);
        if (!(Coverage > 0 && Coverage < 1)) throw Wrong(nameof(Coverage), Coverage);

        static ArgumentOutOfRangeException Wrong(string option, object value) =>
            new("options", value, $"{option} is out of range.");
    }
}
