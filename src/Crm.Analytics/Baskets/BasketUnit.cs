namespace Crm.Analytics.Baskets;

/// <summary>What counts as one basket of a purchase log.</summary>
public enum BasketUnit
{
    /// <summary>One order; rows without an order are one basket a customer and day.</summary>
    Order,

    /// <summary>All that a customer bought on one day.</summary>
    Day,

    /// <summary>All that a customer ever bought: what belongs together in a household, not in a cart.</summary>
    Customer,
}
