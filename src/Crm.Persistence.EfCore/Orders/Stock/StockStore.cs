using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class StockStore(CrmDb crm) : IStockStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public async Task<IReadOnlyList<StockItem>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken)
    {
        var wanted = skus.Distinct(StringComparer.Ordinal).ToList();

        // Tracked ones keep what this unit of work did to them.
        var items = await _db.Context.Set<StockItem>().Where(i => wanted.Contains(i.Sku)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. items.OrderBy(i => i.Sku, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<StockItem>> ListAsync(string? after, int take, CancellationToken cancellationToken)
    {
        var items = _db.Context.Set<StockItem>().AsNoTracking();
        return await (after is null ? items : items.Where(i => string.Compare(i.Sku, after) > 0)).OrderBy(i => i.Sku).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Add(StockItem item) => _db.Context.Add(item);
}
