namespace Crm.Domain.Sales;

/// <summary>How surely an opportunity is counted on in a forecast.</summary>
public enum ForecastCategory
{
    /// <summary>It may come.</summary>
    Pipeline,

    /// <summary>It comes if things go well.</summary>
    BestCase,

    /// <summary>It is promised.</summary>
    Commit,

    /// <summary>It came.</summary>
    Closed,

    /// <summary>It is left out.</summary>
    Omitted,
}
