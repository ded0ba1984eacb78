using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class ProductStore(CrmDb crm) : IProductStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public Task<Product?> FindAsync(string sku, CancellationToken cancellationToken) => _db.LoadAsync<Product>(p => p.Sku == sku, cancellationToken);

    public Task<IReadOnlyList<CatalogProduct>> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var wanted = skus.Distinct(StringComparer.Ordinal).ToList();
        return ReadAsync(Products().Where(p => wanted.Contains(p.Sku)), cancellationToken);
    }

    public Task<IReadOnlyList<CatalogProduct>> ListAsync(string? after, int take, CancellationToken cancellationToken)
    {
        var products = after is null ? Products() : Products().Where(p => string.Compare(p.Sku, after) > 0);
        return ReadAsync(products.OrderBy(p => p.Sku).Take(take), cancellationToken);
    }

    public Task<bool> IsComponentAsync(string sku, CancellationToken cancellationToken) =>
        _db.Context.Set<ProductComponent>().AsNoTracking().AnyAsync(c => c.Sku == sku, cancellationToken);

    public void Add(Product product) => _db.Context.Add(product);

    private IQueryable<Product> Products() => _db.Context.Set<Product>().AsNoTracking();

    private static async Task<IReadOnlyList<CatalogProduct>> ReadAsync(IQueryable<Product> products, CancellationToken cancellationToken) =>
        (await products.ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(p => new CatalogProduct(p.Sku, p.Name, p.Price, p.Cost)
        {
            Components = [.. p.Components.OrderBy(c => c.Number).Select(c => new BundleComponent(c.Sku, c.Quantity))],
        });
}
