namespace Crm.Analytics.Purchases;

/// <summary>What returns do to a customer's summary. They are never purchases, so they never make a purchase day or an order.</summary>
public enum ReturnPolicy
{
    /// <summary>Their amounts lower the total, and lower the mean daily total when they fall after the first purchase day.</summary>
    Net,

    /// <summary>They are left out.</summary>
    Ignore,
}
