using Crm.Domain.Orders;
using Crm.Domain.Primitives;

namespace Crm.Domain.Sales;

/// <summary>Settles names and prices of quote lines from the catalogue.</summary>
internal sealed class QuotePricing(IProductCatalog catalog, CrmErrorDescriber errors)
{
    public async Task<CrmResult<IReadOnlyList<PricedQuoteLine>>> PriceAsync(IReadOnlyList<QuoteLineDetails> lines, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var skus = lines.Select(l => Guard.OptionalLine(l.Sku, 64)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var offered = skus.Count == 0 ? new Dictionary<string, CatalogProduct>() : await catalog.FindAsync(skus, cancellationToken).ConfigureAwait(false);
        var unknown = skus.Where(s => !offered.ContainsKey(s)).Select(s => errors.ProductUnknown(s)).ToList();
        return unknown.Count > 0 ? CrmResult<IReadOnlyList<PricedQuoteLine>>.Failed(unknown) : lines.Select(l => Price(l, offered)).ToList();
    }

    private static PricedQuoteLine Price(QuoteLineDetails line, IReadOnlyDictionary<string, CatalogProduct> offered)
    {
        var product = Guard.OptionalLine(line.Sku, 64) is { } sku ? offered[sku] : null;
        return new PricedQuoteLine(
            product?.Sku,
            line.Description ?? product?.Name ?? throw new ArgumentException("What is in no catalogue needs a description.", nameof(line)),
            line.Quantity,
            line.UnitPrice ?? product?.Price ?? throw new ArgumentException("What is in no catalogue needs a price.", nameof(line)))
        {
            Discount = line.Discount, TaxRate = line.TaxRate, UnitCost = product?.Cost,
        };
    }
}
