using Crm.Domain.Customers;
using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Where other areas place orders whose prices are settled, such as an accepted quote. Never saves.</summary>
public interface ISettledOrders
{
    /// <summary>Places an order, unless the same one is there: then that is the answer.</summary>
    /// <param name="customerId">The customer, not merged into another.</param>
    /// <param name="lines">What is ordered; at least one line, all in one currency.</param>
    /// <param name="externalId">What makes the order the same one, such as the number of the quote; unique among all orders.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>AlreadyExists</c> where the id is another customer's order, <c>OrderKeyReused</c> where it is an order of something else, <c>StockExhausted</c>, <c>InvalidValue</c>.</returns>
    Task<CrmResult<OrderId>> PlaceAsync(CustomerId customerId, IReadOnlyList<PricedLine> lines, string externalId, CancellationToken cancellationToken);
}
