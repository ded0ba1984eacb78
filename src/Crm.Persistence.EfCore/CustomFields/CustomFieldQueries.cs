using Crm.Domain.CustomFields;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.CustomFields;

internal sealed class CustomFieldQueries(CrmDb db) : ICustomFieldQueries
{
    public async Task<IReadOnlyList<CustomField>> ListAsync(string recordKind, CancellationToken cancellationToken)
    {
        var stored = await db.Context.Set<CustomFieldDefinition>().AsNoTracking().AsSplitQuery().Where(d => d.RecordKind == recordKind)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        // What this unit of work has changed or added counts before it is saved.
        var tracked = db.Context.ChangeTracker.Entries<CustomFieldDefinition>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.RecordKind == recordKind).Select(e => e.Entity).ToList();
        return
        [
            .. stored.Where(d => !tracked.Exists(t => t.Id == d.Id)).Concat(tracked).Select(d => d.ToField()).OrderBy(f => f.Key, StringComparer.Ordinal),
        ];
    }
}
