namespace Crm.Analytics.Seasonality;

/// <summary>What a series of purchases counts per period.</summary>
public enum SeriesMeasure
{
    /// <summary>Amounts, returns taken off.</summary>
    Revenue,

    /// <summary>Quantities, returns taken off.</summary>
    Quantity,

    /// <summary>Different customers with a purchase.</summary>
    Buyers,
}
