using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class SlaPolicyStore(CrmDb crm) : ISlaPolicyStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public Task<SlaPolicy?> FindAsync(SlaPolicyId id, CancellationToken cancellationToken) => _db.LoadAsync<SlaPolicy, SlaPolicyId>(id, cancellationToken);

    public async Task<SlaPolicy?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<SlaPolicy>().Local.FirstOrDefault(p => p.Name == stored) ?? await _db.LoadAsync<SlaPolicy>(p => p.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<SlaPolicy>> FindAllAsync(CancellationToken cancellationToken)
    {
        var set = _db.Context.Set<SlaPolicy>();
        var saved = await set.AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. saved.Union(set.Local)];
    }

    public void Add(SlaPolicy policy) => _db.Context.Add(policy);
}
