using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Books orders whose prices are settled: bundles become lines of their components, stock is reserved, the base rate is frozen.</summary>
internal sealed class OrderPlacement(IOrderStore orders, IProductCatalog catalog, ICrmNumberSeries numbers, IBaseRates rates, CrmErrorDescriber errors)
{
    private readonly OrderStock _stock = new(catalog);

    /// <summary>The order that stands under an id of another system: the answer to a repetition, or why there is none.</summary>
    public async Task<CrmResult<Order>?> PlacedBeforeAsync(string? externalId, CustomerId customerId, string? hash, CancellationToken cancellationToken) =>
        Guard.OptionalLine(externalId, 200) is not { } id || await orders.FindByExternalIdAsync(id, cancellationToken).ConfigureAwait(false) is not { } before ? null
        : before.CustomerId != customerId ? errors.AlreadyExists(id)
        : hash is not null && before.RequestHash is { } known && known != hash ? errors.OrderKeyReused(id)
        : before;

    public async Task<CrmResult<Order>> PlaceAsync(OrderToPlace order, Instant now, CancellationToken cancellationToken)
    {
        var lines = await ExplodeAsync(order, cancellationToken).ConfigureAwait(false);
        ArgumentOutOfRangeException.ThrowIfZero(lines.Count, nameof(order.Lines));
        var rate = await rates.FindAsync(lines[0].UnitPrice.Currency, order.PurchasedOn, cancellationToken).ConfigureAwait(false);

        // Made before a number is drawn, so that what is not acceptable costs none.
        Order Make(OrderNumber number) => new(
            OrderId.New(now), number, order.CustomerId, lines, order.PlacedAt, order.PurchasedOn, order.ExternalId, new OrderBooking(rate, order.RequestHash));
        _ = Make(OrderNumber.From(1));
        var drawn = await numbers.NextAsync(OrderBook.NumberSeries, 1, cancellationToken).ConfigureAwait(false);
        var placed = Make(OrderNumber.From(drawn[0]));
        var reserved = await _stock.MoveAsync(placed, StockMove.Reserve, placed.OpenLines(), now, cancellationToken).ConfigureAwait(false);
        if (!reserved.Succeeded)
        {
            return CrmResult<Order>.Failed(reserved.Errors);
        }

        orders.Add(placed);
        return placed;
    }

    private async Task<IReadOnlyList<PricedLine>> ExplodeAsync(OrderToPlace order, CancellationToken cancellationToken)
    {
        var skus = order.Lines.Select(l => l.Sku).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (skus.Count == 0)
        {
            return order.Lines;
        }

        var found = order.Products ?? await catalog.FindAsync(skus, cancellationToken).ConfigureAwait(false);
        var parts = found.Values.SelectMany(p => p.Components).Select(c => c.Sku).Where(s => !found.ContainsKey(s)).Distinct(StringComparer.Ordinal).ToList();
        var all = parts.Count == 0 ? found : found.Concat(await catalog.FindAsync(parts, cancellationToken).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);
        return [.. order.Lines.SelectMany(l => BundleLines.Explode(l, all, errors))];
    }
}

/// <summary>What is booked.</summary>
internal sealed record OrderToPlace(CustomerId CustomerId, IReadOnlyList<PricedLine> Lines, Instant PlacedAt, LocalDate PurchasedOn, string? ExternalId, string? RequestHash)
{
    /// <summary>The products of the lines, where they were looked up before.</summary>
    public IReadOnlyDictionary<string, CatalogProduct>? Products { get; init; }
}
