namespace Crm.Domain.Sales;

/// <summary>Why a territory takes a record, or does not.</summary>
public enum TerritoryVerdict
{
    /// <summary>Its criteria hold, and it is asked first of those whose do.</summary>
    Takes,

    /// <summary>No other does, and it takes what is left.</summary>
    TakesTheRest,

    /// <summary>Its criteria hold, but another that is asked before takes the record.</summary>
    ComesAfter,

    /// <summary>Its criteria do not hold.</summary>
    CriteriaDoNotHold,

    /// <summary>It has no criteria for this kind of record.</summary>
    HasNoCriteria,

    /// <summary>It is retired.</summary>
    Retired,
}
