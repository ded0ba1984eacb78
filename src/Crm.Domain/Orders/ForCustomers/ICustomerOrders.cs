using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>
/// Orders as customers see and place them, for areas that have settled already that the customer may: nobody is asked here. By the rules
/// of the <see cref="OrderBook"/>. Nothing is saved.
/// </summary>
public interface ICustomerOrders
{
    /// <summary>Reads an order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The order; null when there is none.</returns>
    Task<CustomerOrder?> FindAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>Reads an order by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The order; null when there is none.</returns>
    Task<CustomerOrder?> FindAsync(OrderNumber number, CancellationToken cancellationToken);

    /// <summary>Prices an order for its customer at today's prices.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The prices, or what <see cref="OrderBook.PlaceAsync"/> refuses of prices.</returns>
    Task<CrmResult<CustomerOrderPrice>> PriceAsync(NewOrder order, CancellationToken cancellationToken);

    /// <summary>Places an order, and reserves what is kept in stock.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or what <see cref="OrderBook.PlaceAsync"/> refuses.</returns>
    Task<CrmResult<OrderId>> PlaceAsync(NewOrder order, CancellationToken cancellationToken);

    /// <summary>Says what an order comes to when it is ordered again.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>What can be ordered and what cannot; null when there is no such order.</returns>
    Task<OrderRepetition?> RepeatAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>Cancels an order of which nothing was delivered. What was reserved is available again.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>OrderNotFound</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    Task<CrmResult<OrderId>> CancelAsync(OrderId id, CancellationToken cancellationToken);
}
