using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Settles names and prices of quote lines from the catalogue.</summary>
internal sealed class QuotePricing(IProductCatalog catalog, CrmErrorDescriber errors)
{
    public async Task<CrmResult<IReadOnlyList<PricedQuoteLine>>> PriceAsync(IReadOnlyList<QuoteLineDetails> lines, CustomerId? customerId, LocalDate day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var skus = lines.Select(l => Guard.OptionalLine(l.Sku, 64)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var offered = skus.Count == 0 ? new Dictionary<string, CatalogProduct>() : await catalog.FindAsync(skus, cancellationToken).ConfigureAwait(false);
        var unknown = skus.Where(s => !offered.ContainsKey(s)).Select(s => errors.ProductUnknown(s)).ToList();
        if (unknown.Count > 0)
        {
            return CrmResult<IReadOnlyList<PricedQuoteLine>>.Failed(unknown);
        }

        var open = lines.Where(l => l.UnitPrice is null && !string.IsNullOrWhiteSpace(l.Sku)).ToList();
        if (open.Count == 0)
        {
            return lines.Select(l => Price(l, offered, [])).ToList();
        }

        // A quote is in one currency: that of a price that was given, else that of the first product.
        var currency = lines.FirstOrDefault(l => l.UnitPrice is not null)?.UnitPrice!.Currency ?? offered[Guard.Line(open[0].Sku!, 64)].Price.Currency;
        var quantities = open.GroupBy(l => Guard.Line(l.Sku!, 64), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Quantity), StringComparer.Ordinal);
        var prices = await catalog.PriceAsync(new PriceRequest(customerId, currency, day, quantities), cancellationToken).ConfigureAwait(false);
        return prices.TryGetValue(out var found) ? lines.Select(l => Price(l, offered, found.ToDictionary())).ToList() : CrmResult<IReadOnlyList<PricedQuoteLine>>.Failed(prices.Errors);
    }

    private static PricedQuoteLine Price(QuoteLineDetails line, IReadOnlyDictionary<string, CatalogProduct> offered, Dictionary<string, CatalogPrice> prices)
    {
        var product = Guard.OptionalLine(line.Sku, 64) is { } sku ? offered[sku] : null;
        return new PricedQuoteLine(
            product?.Sku,
            line.Description ?? product?.Name ?? throw new ArgumentException("What is in no catalogue needs a description.", nameof(line)),
            line.Quantity,
            line.UnitPrice ?? (product is null ? null : prices.GetValueOrDefault(product.Sku)?.Price ?? product.Price) ?? throw new ArgumentException("What is in no catalogue needs a price.", nameof(line)))
        {
            Discount = line.Discount, TaxRate = line.TaxRate, UnitCost = product?.Cost,
        };
    }
}
