using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadQueueStore(CrmDb crm) : ILeadQueueStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<LeadQueue?> FindAsync(LeadQueueId id, CancellationToken cancellationToken) => _db.LoadAsync<LeadQueue, LeadQueueId>(id, cancellationToken);

    public async Task<LeadQueue?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<LeadQueue>().Local.FirstOrDefault(q => q.Name == stored) ?? await _db.LoadAsync<LeadQueue>(q => q.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<LeadQueue>> ListAsync(CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<LeadQueue>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(q => q.Position).ThenBy(q => q.Name, StringComparer.Ordinal)];
    }

    public void Add(LeadQueue queue) => _db.Context.Add(queue);
}
