using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>One purchase row of another system.</summary>
/// <param name="CustomerId">The customer, resolved.</param>
/// <param name="On">The day of the purchase.</param>
/// <param name="Quantity">How much; above zero for a sale, below zero for a return.</param>
/// <param name="Amount">For how much, the whole row; its sign is the quantity's.</param>
public sealed record ImportedPurchase(CustomerId CustomerId, LocalDate On, decimal Quantity, Money Amount)
{
    /// <summary>The product, by its stock-keeping unit.</summary>
    public string? Sku { get; init; }

    /// <summary>What the product is called.</summary>
    public string? Description { get; init; }

    /// <summary>The order's id in the other system; rows of one id become one order.</summary>
    /// <value>Null by default: the row is an order of its own.</value>
    public string? OrderId { get; init; }

    /// <summary>What the goods of the whole row cost the business.</summary>
    public Money? Cost { get; init; }
}
