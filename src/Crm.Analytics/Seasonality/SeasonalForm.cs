namespace Crm.Analytics.Seasonality;

/// <summary>How the parts of a series make up its values.</summary>
public enum SeasonalForm
{
    /// <summary>value = trend + season + remainder: the season is the same amount whatever the level.</summary>
    Additive,

    /// <summary>value = trend × season × remainder: the season is the same share of the level. All values must be positive.</summary>
    Multiplicative,
}
