using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What is known of an order that is to be placed.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Lines">What is ordered; at least one line, all in one currency.</param>
public sealed record NewOrder(CustomerId CustomerId, IReadOnlyList<NewOrderLine> Lines)
{
    /// <summary>When it was placed.</summary>
    /// <value>Null by default: now. Not in the future.</value>
    public Instant? PlacedAt { get; init; }

    /// <summary>
    /// The order's id in the shop or till that took it; unique. Placing the same again under the same id for the same customer gives
    /// the order that is there, so that a caller may repeat what it does not know the outcome of; anything else is refused.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>The currency in which the catalogue prices it.</summary>
    /// <value>Null by default: that of the first price given with a line, else that of the first product.</value>
    public Currency? Currency { get; init; }

    /// <summary>A price list that comes before all others, by its key.</summary>
    /// <value>Null by default: what was agreed with the customer, then default lists, then the products' own prices.</value>
    public string? PriceList { get; init; }
}

/// <summary>One line of an order that is to be placed.</summary>
/// <param name="Sku">The product, by its stock-keeping unit; a bundle becomes one line for each of its components.</param>
/// <param name="Quantity">How much; above zero.</param>
public sealed record NewOrderLine(string Sku, decimal Quantity)
{
    /// <summary>The price of one, when it is not the catalogue's.</summary>
    /// <value>Null by default: the catalogue's price.</value>
    public Money? UnitPrice { get; init; }

    /// <summary>What is taken off quantity times price.</summary>
    /// <value>Null by default: nothing.</value>
    public Money? Discount { get; init; }

    /// <summary>What is ordered, when it is not called as in the catalogue; not used for a bundle, whose lines are called as its components.</summary>
    /// <value>Null by default: the catalogue's name.</value>
    public string? Description { get; init; }
}
