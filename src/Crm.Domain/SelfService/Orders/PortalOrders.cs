using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>
/// Orders in the portal: a signed-in customer prices, places, reads, repeats and cancels orders of the customers that its account acts
/// for, at their own agreed prices, by every rule that holds for orders that staff takes. Foreign orders and customers look exactly like
/// missing ones, as everything does to guests, partners and staff.
/// </summary>
/// <remarks>Scoped service. No act saves; the host saves once. A save that is overtaken answers <c>VersionConflict</c> or <c>StockExhausted</c>.</remarks>
[FrontDoor]
public sealed class PortalOrders(ICustomerOrders orders, OrderBook book, CrmActs acts)
{
    /// <summary>Longest name of an order of the caller's.</summary>
    public const int MaxKeyLength = 100;

    /// <summary>Says what an order would cost today. Nothing is placed or reserved.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The prices, or <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>PriceNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomerOrderPrice>> PriceAsync(PortalOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return OwnAsync(order, () => orders.PriceAsync(Order(order, null), cancellationToken), cancellationToken);
    }

    /// <summary>Places an order, and reserves what is kept in stock.</summary>
    /// <param name="order">The order.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>PriceNotFound</c>, <c>StockExhausted</c>, <c>OrderKeyReused</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<OrderId>> PlaceAsync(PortalOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return OwnAsync(order, () => orders.PlaceAsync(Order(order, KeyOf(order.CustomerId, order.Key)), cancellationToken), cancellationToken);
    }

    /// <summary>Reads an order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerOrder?> FindAsync(OrderId id, CancellationToken cancellationToken = default) => Own(await orders.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads an order by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What the customer may see of it; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerOrder?> FindAsync(OrderNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Own(await orders.FindAsync(number, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Lists a customer's orders, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">How many at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The orders; none when the account does not act for the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<OrderSummary>> ListAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default) =>
        acts.Gate.ActsFor(customerId) ? await book.OrdersAsync(customerId, take, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>
    /// Orders again what an old order had, at today's prices. Products that are not sold any more, and bundles that are made of something
    /// else now, are refused by name, so that nothing is missing unnoticed, unless they are to be left out.
    /// </summary>
    /// <param name="id">The old order.</param>
    /// <param name="leavesOutWhatIsGone">Whether to order the rest where something is gone; the answer says what was left out.</param>
    /// <param name="key">As <see cref="PortalOrder.Key"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The new order, or <c>OrderNotFound</c>, <c>ProductUnknown</c> for everything that is gone where it is not to be left out or nothing remains,
    /// <c>PriceNotFound</c>, <c>StockExhausted</c>, <c>OrderKeyReused</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<PortalReorder>> ReorderAsync(OrderId id, bool leavesOutWhatIsGone = false, string? key = null, CancellationToken cancellationToken = default) =>
        acts.MakeOwnAsync<PortalReorder>(
            async _ =>
            {
                if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } old || await orders.RepeatAsync(id, cancellationToken).ConfigureAwait(false) is not { } again)
                {
                    return acts.Errors.OrderNotFound(id.ToString());
                }

                if (again.Gone.Count > 0 && (!leavesOutWhatIsGone || again.Lines.Count == 0))
                {
                    return CrmResult<PortalReorder>.Failed([.. again.Gone.Select(acts.Errors.ProductUnknown)]);
                }

                var order = new NewOrder(old.CustomerId, again.Lines) { Currency = old.Total.Currency, ExternalId = KeyOf(old.CustomerId, key) };
                var placed = await orders.PlaceAsync(order, cancellationToken).ConfigureAwait(false);
                return placed.TryGetValue(out var made) ? new PortalReorder(made, again.Gone) : CrmResult<PortalReorder>.Failed(placed.Errors);
            },
            cancellationToken);

    /// <summary>Cancels an order of which nothing was delivered. What was reserved is available again.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>OrderNotFound</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<OrderId>> CancelAsync(OrderId id, CancellationToken cancellationToken = default) => acts.MakeOwnAsync(
        async _ => await FindAsync(id, cancellationToken).ConfigureAwait(false) is null ? acts.Errors.OrderNotFound(id.ToString()) : await orders.CancelAsync(id, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private Task<CrmResult<T>> OwnAsync<T>(PortalOrder order, Func<Task<CrmResult<T>>> act, CancellationToken cancellationToken)
        where T : notnull => acts.MakeOwnAsync(
        async _ => acts.Gate.ActsFor(order.CustomerId) ? await act().ConfigureAwait(false) : acts.Errors.CustomerNotFound(order.CustomerId.ToString()), cancellationToken);

    private CustomerOrder? Own(CustomerOrder? found) => found is not null && acts.Gate.ActsFor(found.CustomerId) ? found : null;

    private static NewOrder Order(PortalOrder order, string? key) => new(order.CustomerId, [.. order.Lines.Select(l => new NewOrderLine(l.Sku, l.Quantity))]) { Currency = order.Currency, ExternalId = key };

    // The customer stands in it, so that nobody learns by it what others named their orders.
    private static string? KeyOf(CustomerId customerId, string? key) => Guard.OptionalLine(key, MaxKeyLength) is { } named ? $"portal:{customerId}:{named}" : null;
}
