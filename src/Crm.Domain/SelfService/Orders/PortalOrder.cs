using Crm.Domain.Customers;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>What a customer orders in the portal. Prices are the customer's own of that day; none can be given.</summary>
/// <param name="CustomerId">The customer, one that the account acts for.</param>
/// <param name="Lines">What is ordered; at least one.</param>
public sealed record PortalOrder(CustomerId CustomerId, IReadOnlyList<PortalOrderLine> Lines)
{
    /// <summary>The currency in which to price it.</summary>
    /// <value>Null by default: that of the first product.</value>
    public Currency? Currency { get; init; }

    /// <summary>
    /// A name of the caller's for this order, such as the id of a basket: the same order under the same name is placed once, so that a
    /// caller may repeat what it does not know the outcome of; anything else under it is refused. Names of different customers never meet.
    /// </summary>
    /// <value>Null by default; at most <see cref="PortalOrders.MaxKeyLength"/> characters.</value>
    public string? Key { get; init; }
}

/// <summary>One line of what is ordered.</summary>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Quantity">How much; above zero, at most four decimals.</param>
public sealed record PortalOrderLine(string Sku, decimal Quantity);
