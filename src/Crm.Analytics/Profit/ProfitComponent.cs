namespace Crm.Analytics.Profit;

/// <summary>What comes off sales until profit is left.</summary>
public enum ProfitComponent
{
    /// <summary>What customers were let off.</summary>
    Discounts,

    /// <summary>What was given back for returns.</summary>
    Returns,

    /// <summary>What the goods cost.</summary>
    CostOfGoods,

    /// <summary>What was done for customers, by the tariff.</summary>
    CostToServe,

    /// <summary>The share of costs that no customer causes.</summary>
    Overhead,
}
