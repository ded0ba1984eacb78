namespace Crm.Domain.Orders;

/// <summary>Where a price comes from; earlier ones come first.</summary>
public enum PriceSource
{
    /// <summary>The price list that the order names.</summary>
    NamedList,

    /// <summary>A price that was agreed with the customer.</summary>
    CustomerPrice,

    /// <summary>A price list that was agreed with the customer.</summary>
    CustomerList,

    /// <summary>A price list for everybody.</summary>
    DefaultList,

    /// <summary>The product's own price.</summary>
    Product,
}
