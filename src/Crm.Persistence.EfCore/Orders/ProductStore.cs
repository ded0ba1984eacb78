using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class ProductStore(CrmDb crm) : IProductStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public Task<Product?> FindAsync(string sku, CancellationToken cancellationToken) => _db.LoadAsync<Product>(p => p.Sku == sku, cancellationToken);

    public void Add(Product product) => _db.Context.Add(product);
}
