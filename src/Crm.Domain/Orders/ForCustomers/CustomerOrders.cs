using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Shows and takes orders for their customers.</summary>
internal sealed class CustomerOrders(
    IOrderStore orders, IProductCatalog catalog, ICustomerQueries customers, ICrmNumberSeries numbers, IBusinessZone business, IBaseRates rates, CrmActs acts) : ICustomerOrders
{
    private readonly OrderTaking _taking = new(orders, catalog, customers, numbers, business, rates, acts);

    public async Task<CustomerOrder?> FindAsync(OrderId id, CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? CustomerOrder.Of(found) : null;

    public async Task<CustomerOrder?> FindAsync(OrderNumber number, CancellationToken cancellationToken) =>
        await orders.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false) is { } found ? CustomerOrder.Of(found) : null;

    public Task<CrmResult<CustomerOrderPrice>> PriceAsync(NewOrder order, CancellationToken cancellationToken) => acts.MakeOwnAsync<CustomerOrderPrice>(
        async now => (await _taking.PriceAsync(order, now, cancellationToken).ConfigureAwait(false)) is var priced && priced.TryGetValue(out var settled)
            ? PriceOf(settled)
            : CrmResult<CustomerOrderPrice>.Failed(priced.Errors),
        cancellationToken);

    public Task<CrmResult<OrderId>> PlaceAsync(NewOrder order, CancellationToken cancellationToken) => acts.MakeOwnAsync<OrderId>(
        async now => (await _taking.TakeAsync(order, now, cancellationToken).ConfigureAwait(false)) is var placed && placed.TryGetValue(out var made) ? made.Id : CrmResult<OrderId>.Failed(placed.Errors),
        cancellationToken);

    public async Task<OrderRepetition?> RepeatAsync(OrderId id, CancellationToken cancellationToken) =>
        await orders.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? await new OrderRepeating(catalog).OfAsync(found, cancellationToken).ConfigureAwait(false) : null;

    public Task<CrmResult<OrderId>> CancelAsync(OrderId id, CancellationToken cancellationToken) => acts.MakeOwnAsync<OrderId>(
        async now =>
        {
            if (await orders.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } order)
            {
                return acts.Errors.OrderNotFound(id.ToString());
            }

            order.CanCancel().Demand();
            var released = await new OrderStock(catalog).MoveAsync(order, StockMove.Release, order.OpenLines(), now, cancellationToken).ConfigureAwait(false);
            if (!released.Succeeded)
            {
                return CrmResult<OrderId>.Failed(released.Errors);
            }

            order.Cancel(now, now.InZone(business.Zone).Date);
            return id;
        },
        cancellationToken);

    private static CustomerOrderPrice PriceOf(PricedOrder order)
    {
        var lines = order.Lines.Select(l => new CustomerOrderPriceLine(l.Sku!, l.Description, l.Quantity, l.UnitPrice, Money.Round(l.UnitPrice.Amount * l.Quantity, l.UnitPrice.Currency))).ToList();
        return lines.Select(l => l.Total.Currency).Distinct().Count() == 1
            ? new(lines, lines.Aggregate(Money.Zero(lines[0].Total.Currency), (sum, l) => sum + l.Total))
            : throw new ArgumentException("All lines of an order are in one currency.", nameof(order));
    }
}
