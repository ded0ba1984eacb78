using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Takes orders, whoever gives them, once it is settled that they may: customer, repetition, prices, stock.</summary>
internal sealed class OrderTaking(
    IOrderStore orders, IProductCatalog catalog, ICustomerQueries customers, ICrmNumberSeries numbers, IBusinessZone business, IBaseRates rates, CrmActs acts)
{
    private readonly OrderPricing _pricing = new(catalog, acts.Errors);

    /// <summary>Books orders whose prices are settled.</summary>
    public OrderPlacement Placement { get; } = new(orders, catalog, numbers, rates, acts.Errors);

    /// <summary>Takes an order.</summary>
    public async Task<CrmResult<Order>> TakeAsync(NewOrder order, Instant now, CancellationToken cancellationToken)
    {
        if (await customers.IdentifyAsync(order.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
        {
            return acts.Errors.CustomerNotFound(order.CustomerId.ToString());
        }

        var hash = OrderFingerprint.Of(order);
        if (await Placement.PlacedBeforeAsync(order.ExternalId, customer.Id, hash, cancellationToken).ConfigureAwait(false) is { } before)
        {
            return before;
        }

        var placedAt = (order.PlacedAt ?? now).ToMicroseconds();
        if (placedAt > now)
        {
            return acts.Errors.InvalidValue(nameof(order.PlacedAt), "An order that is placed is not in the future.");
        }

        var day = placedAt.InZone(business.Zone).Date;
        var priced = await _pricing.PriceAsync(order, customer.Id, day, cancellationToken).ConfigureAwait(false);
        return priced.TryGetValue(out var settled)
            ? await Placement.PlaceAsync(new OrderToPlace(customer.Id, settled.Lines, placedAt, day, order.ExternalId, hash) { Products = settled.Products }, now, cancellationToken).ConfigureAwait(false)
            : CrmResult<Order>.Failed(priced.Errors);
    }

    /// <summary>Prices an order without placing it.</summary>
    public async Task<CrmResult<PricedOrder>> PriceAsync(NewOrder order, Instant now, CancellationToken cancellationToken) =>
        await customers.IdentifyAsync(order.CustomerId, cancellationToken).ConfigureAwait(false) is { } customer
            ? await _pricing.PriceAsync(order, customer.Id, now.InZone(business.Zone).Date, cancellationToken).ConfigureAwait(false)
            : acts.Errors.CustomerNotFound(order.CustomerId.ToString());
}
