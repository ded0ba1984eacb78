using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>The catalogue of the CRM's own tables: products, price lists, agreed prices and stock.</summary>
internal sealed class DefaultCatalog(IProductStore products, IPriceStore prices, IStockStore stock, CrmErrorDescriber errors) : IProductCatalog
{
    public async Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        (await products.ReadAsync(skus, cancellationToken).ConfigureAwait(false)).ToDictionary(p => p.Sku, StringComparer.Ordinal);

    public async Task<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>> PriceAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var candidates = await prices.CandidatesAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.PriceList is { } named)
        {
            if (candidates.Named is not { } list)
            {
                return errors.PriceListNotFound(named);
            }

            if (list.CanPrice(request.Currency, request.Day) is { IsPermitted: false } refused)
            {
                return refused.ToError(errors);
            }
        }

        var found = new Dictionary<string, CatalogPrice>(StringComparer.Ordinal);
        foreach (var (sku, quantity) in request.Quantities)
        {
            if (PriceLadder.Best(candidates.Prices, sku, quantity, request.Currency) is { } price)
            {
                found.Add(sku, price);
            }
        }

        return found;
    }

    public async Task<CrmResult<IReadOnlyDictionary<string, StockItemId>>> MoveStockAsync(StockMovement movement, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(movement);
        var items = await stock.FindAsync([.. movement.Quantities.Keys], cancellationToken).ConfigureAwait(false);
        if (movement.Move == StockMove.Reserve)
        {
            var missing = items.Select(i => i.CanReserve(movement.Quantities[i.Sku])).Where(r => !r.IsPermitted).Select(r => r.ToError(errors)).ToList();
            if (missing.Count > 0)
            {
                return CrmResult<IReadOnlyDictionary<string, StockItemId>>.Failed(missing);
            }
        }

        foreach (var item in items)
        {
            item.Move(movement.Move, movement.OrderId, movement.Quantities[item.Sku], movement.At);
        }

        return items.ToDictionary(i => i.Sku, i => i.Id, StringComparer.Ordinal);
    }
}
