using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class OrderStore(CrmDb crm, ExplicitRows rows) : IOrderStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken) => _db.LoadAsync<Order, OrderId>(id, cancellationToken);

    public Task<Order?> FindByNumberAsync(OrderNumber number, CancellationToken cancellationToken) =>
        _db.LoadAsync<Order>(o => o.Number == number, cancellationToken);

    public Task<Order?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken) =>
        _db.LoadAsync<Order>(o => o.ExternalId == externalId, cancellationToken);

    public void Add(Order order) => _db.Context.Add(order);

    public Task InsertAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken) =>
        OrderInsertion.WriteAsync(_db.Context, orders, rows, cancellationToken);

    public async Task<IReadOnlySet<string>> FindExternalIdsAsync(IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chunk in externalIds.Chunk(1000))
        {
            found.UnionWith(await _db.Context.Set<Order>().Where(o => chunk.Contains(o.ExternalId)).Select(o => o.ExternalId!)
                .ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public Task RecordImportAsync(PurchasesImported imported, CancellationToken cancellationToken) =>
        rows.WriteActAsync(_db.Context, "PurchaseImport", imported.ImportId, 1, imported, cancellationToken);
}
