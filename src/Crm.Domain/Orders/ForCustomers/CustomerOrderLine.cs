using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>One line of an order as the customer reads it.</summary>
/// <param name="Number">Place in the order, from 1.</param>
/// <param name="Sku">The product, by its stock-keeping unit; null where it is not known.</param>
/// <param name="BundleSku">The bundle that it is a part of; null where it was ordered by itself.</param>
/// <param name="Description">What was ordered, as it was called then.</param>
/// <param name="Quantity">How much was ordered.</param>
/// <param name="UnitPrice">Price of one, as it was then.</param>
/// <param name="Discount">What was taken off; null when nothing was.</param>
/// <param name="Total">Quantity times price less the discount.</param>
/// <param name="Delivered">How much was delivered.</param>
/// <param name="Cancelled">How much was cancelled before it was delivered.</param>
/// <param name="Returned">How much came back.</param>
public sealed record CustomerOrderLine(
    int Number, string? Sku, string? BundleSku, string Description, decimal Quantity, Money UnitPrice, Money? Discount, Money Total, decimal Delivered, decimal Cancelled, decimal Returned);
