namespace Crm.Domain.Sales;

/// <summary>How long the periods of a forecast are.</summary>
public enum ForecastPeriodLength
{
    /// <summary>Calendar months.</summary>
    Month,

    /// <summary>Calendar quarters, from January.</summary>
    Quarter,
}
