using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class TechnicianStore(CrmDb crm) : ITechnicianStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public Task<Technician?> FindAsync(TechnicianId id, CancellationToken cancellationToken) => _db.LoadAsync<Technician, TechnicianId>(id, cancellationToken);

    public async Task<Technician?> FindByUserAsync(string userId, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(userId);
        return _db.Context.Set<Technician>().Local.FirstOrDefault(t => t.UserId == stored) ?? await _db.LoadAsync<Technician>(t => t.UserId == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Technician>> ListAsync(bool activeOnly, CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<Technician>().AsNoTracking().AsSplitQuery().Where(t => t.IsActive || !activeOnly).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id)];
    }

    public void Add(Technician technician) => _db.Context.Add(technician);
}
