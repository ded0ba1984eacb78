using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>What a customer would pay today.</summary>
/// <param name="Lines">The lines at the customer's own prices.</param>
/// <param name="Total">Sum of the lines.</param>
public sealed record CustomerOrderPrice(IReadOnlyList<CustomerOrderPriceLine> Lines, Money Total);

/// <summary>What a customer would pay today for one line.</summary>
/// <param name="Sku">The product, by its stock-keeping unit.</param>
/// <param name="Description">What it is called.</param>
/// <param name="Quantity">How much.</param>
/// <param name="UnitPrice">The price of one.</param>
/// <param name="Total">Quantity times price, rounded to the currency's minor unit.</param>
public sealed record CustomerOrderPriceLine(string Sku, string Description, decimal Quantity, Money UnitPrice, Money Total);
