using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

/// <summary>The default catalogue: the product table.</summary>
internal sealed class ProductTableCatalog(CrmDb crm) : IProductCatalog
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public async Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var wanted = skus.Distinct(StringComparer.Ordinal).ToList();
        var products = await _db.Context.Set<Product>().AsNoTracking().Where(p => wanted.Contains(p.Sku)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return products.ToDictionary(p => p.Sku, p => new CatalogProduct(p.Sku, p.Name, p.Price, p.Cost), StringComparer.Ordinal);
    }
}
