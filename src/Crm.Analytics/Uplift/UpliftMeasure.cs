namespace Crm.Analytics.Uplift;

/// <summary>What of a customer's purchases is the outcome of an experiment.</summary>
public enum UpliftMeasure
{
    /// <summary>What was paid, returns taken off.</summary>
    Revenue,

    /// <summary>The days with a purchase; a day of returns alone is none.</summary>
    PurchaseDays,
}
