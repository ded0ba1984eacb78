using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class TerritoryStore(CrmDb crm) : ITerritoryStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Territory?> FindAsync(TerritoryId id, CancellationToken cancellationToken) => _db.LoadAsync<Territory, TerritoryId>(id, cancellationToken);

    public async Task<Territory?> FindByNameAsync(string name, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(name);
        return _db.Context.Set<Territory>().Local.FirstOrDefault(t => t.Name == stored) ?? await _db.LoadAsync<Territory>(t => t.Name == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Territory?> FindFallbackAsync(CancellationToken cancellationToken) =>
        _db.Context.Set<Territory>().Local.FirstOrDefault(t => t.IsFallback) ?? await _db.LoadAsync<Territory>(t => t.FallbackMark == 1, cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<Territory>> ListAsync(CancellationToken cancellationToken)
    {
        // What this unit of work changed and has not saved yet counts as it is now.
        var set = _db.Context.Set<Territory>();
        var stored = await set.AsNoTracking().ToListAsync(cancellationToken).ConfigureAwait(false);
        var local = set.Local.ToDictionary(t => t.Id);
        return
        [
            .. stored.Where(t => !local.ContainsKey(t.Id)).Concat(local.Values).OrderBy(t => t.Position).ThenBy(t => t.Name, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<Lead>> LeadsAsync(LeadId? after, int take, bool areTracked, CancellationToken cancellationToken)
    {
        var set = _db.Context.Set<Lead>();
        var query = (areTracked ? set.AsSplitQuery() : set.IgnoreAutoIncludes().AsNoTracking()).Where(l => l.Status != LeadStatus.Disqualified && l.Status != LeadStatus.Converted);
        query = after is { } last ? query.Where(l => l.Id > last) : query;
        return await query.OrderBy(l => l.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Opportunity>> OpportunitiesAsync(OpportunityId? after, int take, bool areTracked, CancellationToken cancellationToken)
    {
        var set = _db.Context.Set<Opportunity>();
        var query = areTracked ? set.AsSplitQuery() : set.IgnoreAutoIncludes().Include(o => o.Contacts).Include(o => o.Competitors).AsNoTracking().AsSplitQuery();
        query = query.Where(o => o.Category == StageCategory.Open);
        query = after is { } last ? query.Where(o => o.Id > last) : query;
        return await query.OrderBy(o => o.Id).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    public void LetGo(IReadOnlyCollection<Guid> ids)
    {
        var named = ids.ToHashSet();
        foreach (var entry in _db.Context.ChangeTracker.Entries().Where(e => e.State == EntityState.Unchanged && SaveRecorder.IsOurs(e) && named.Contains(SaveRecorder.RootIdOf(e))).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    public void Add(Territory territory) => _db.Context.Add(territory);
}
