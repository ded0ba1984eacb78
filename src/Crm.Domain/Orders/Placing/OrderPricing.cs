using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Settles names and prices of order lines from the catalogue.</summary>
internal sealed class OrderPricing(IProductCatalog catalog, CrmErrorDescriber errors)
{
    public async Task<CrmResult<PricedOrder>> PriceAsync(NewOrder order, CustomerId customerId, LocalDate day, CancellationToken cancellationToken)
    {
        var lines = order.Lines.Select(l => l with { Sku = Guard.Line(l.Sku, 64, nameof(l.Sku)), Quantity = OrderQuantity.Checked(l.Quantity, nameof(l.Quantity)) }).ToList();
        ArgumentOutOfRangeException.ThrowIfZero(lines.Count, nameof(order.Lines));
        var offered = await catalog.FindAsync([.. lines.Select(l => l.Sku).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
        var unknown = lines.Where(l => !offered.ContainsKey(l.Sku)).Select(l => errors.ProductUnknown(l.Sku)).ToList();
        if (unknown.Count > 0)
        {
            return CrmResult<PricedOrder>.Failed(unknown);
        }

        var currency = order.Currency ?? lines.Find(l => l.UnitPrice is not null)?.UnitPrice!.Currency ?? offered[lines[0].Sku].Price.Currency;
        var open = lines.Where(l => l.UnitPrice is null).GroupBy(l => l.Sku, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity), StringComparer.Ordinal);
        var prices = await PricesAsync(new PriceRequest(customerId, currency, day, open) { PriceList = Guard.OptionalLine(order.PriceList, 64) }, cancellationToken).ConfigureAwait(false);
        if (!prices.TryGetValue(out var found))
        {
            return CrmResult<PricedOrder>.Failed(prices.Errors);
        }

        var settled = new List<PricedLine>();
        var missing = new List<CrmError>();
        foreach (var line in lines)
        {
            var product = offered[line.Sku];
            var price = line.UnitPrice is { } given ? new CatalogPrice(given, PriceExplanation.OfProduct) : found.GetValueOrDefault(line.Sku) ?? Own(product, order.Currency);
            if (price is null)
            {
                missing.Add(errors.PriceNotFound(line.Sku, currency.Code));
                continue;
            }

            settled.Add(new PricedLine(product.Sku, line.Description ?? product.Name, line.Quantity, price.Price)
            {
                UnitCost = product.Cost, Discount = line.Discount, Explanation = line.UnitPrice is null ? price.Explanation : null,
            });
        }

        return missing.Count > 0 ? CrmResult<PricedOrder>.Failed(missing) : new PricedOrder(settled, offered);
    }

    // A currency that is named is kept to; else products keep their own, and an order of two is refused for that.
    private static CatalogPrice? Own(CatalogProduct product, Currency? asked) => PriceLadder.Own(product, asked ?? product.Price.Currency);

    // Where every price is given and no list is named, nobody has to be asked.
    private Task<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>> PricesAsync(PriceRequest request, CancellationToken cancellationToken) =>
        request.Quantities.Count == 0 && request.PriceList is null
            ? Task.FromResult<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>>(new Dictionary<string, CatalogPrice>())
            : catalog.PriceAsync(request, cancellationToken);
}
