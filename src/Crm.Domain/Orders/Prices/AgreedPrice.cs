using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>The price of a product that is agreed with one customer.</summary>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Price">The price of one; not negative.</param>
public sealed record AgreedPrice(string Sku, Money Price)
{
    /// <summary>The quantity from which it holds.</summary>
    /// <value>Zero by default: any.</value>
    public decimal From { get; init; }

    /// <summary>The first day on which it holds.</summary>
    /// <value>Null by default: at once.</value>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; not before the first.</summary>
    /// <value>Null by default: until further notice.</value>
    public LocalDate? ValidUntil { get; init; }
}
