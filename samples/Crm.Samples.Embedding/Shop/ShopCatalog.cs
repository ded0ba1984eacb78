using Crm.Domain.Orders;
using Crm.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace Crm.Samples.Embedding.Shop;

// docs: replace-catalog
/// <summary>The CRM takes names and prices from the shop's articles instead of its own product table.</summary>
public sealed class ShopCatalog(ShopDbContext db) : IProductCatalog
{
    public async Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken) =>
        await db.Articles.AsNoTracking()
            .Where(a => skus.Contains(a.Sku))
            .ToDictionaryAsync(a => a.Sku, a => new CatalogProduct(a.Sku, a.Name, new Money(a.Price, Currency.Eur)), cancellationToken);
}
// docs: end
