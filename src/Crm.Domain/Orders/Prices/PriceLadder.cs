using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>
/// Which of several prices holds: the list that is named, then what was agreed with the customer for the product, then lists agreed
/// with the customer, then lists for everybody, then the product's own. Of the same rung, what was agreed last comes first, then
/// what began last, then the list whose key comes first; of one list or agreement, the line with the largest quantity that is reached.
/// A list that does not reach a quantity with any line leaves it to the next.
/// </summary>
internal static class PriceLadder
{
    public static CatalogPrice? Best(IEnumerable<PriceCandidate> candidates, string sku, decimal quantity, Currency currency)
    {
        var best = candidates
            .Where(c => c.Sku == sku && c.From <= quantity && c.Price.Currency == currency)
            .OrderBy(c => c.Source).ThenByDescending(c => c.Source == PriceSource.CustomerPrice ? c.From : 0)
            .ThenByDescending(c => c.AgreedAt).ThenByDescending(c => c.Since).ThenBy(c => c.PriceList, StringComparer.Ordinal).ThenByDescending(c => c.From)
            .FirstOrDefault();
        return best is null ? null : new CatalogPrice(best.Price, new PriceExplanation(best.Source, best.PriceList, best.From));
    }

    /// <summary>The last rung: the product's own price, in its currency alone.</summary>
    public static CatalogPrice? Own(CatalogProduct product, Currency currency) =>
        product.Price.Currency == currency ? new CatalogPrice(product.Price, PriceExplanation.OfProduct) : null;
}
