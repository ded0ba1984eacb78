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
        return WithTracked(stored.ConvertAll(d => d.ToField()), recordKind);
    }

    public async Task<IReadOnlyList<CustomField>> TypesAsync(string recordKind, CancellationToken cancellationToken)
    {
        var stored = await db.Context.Set<CustomFieldDefinition>().IgnoreAutoIncludes().AsNoTracking().Where(d => d.RecordKind == recordKind)
            .Select(d => new { d.Id, d.Key, d.Type, d.AllowsSeveral, d.ArchivedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return WithTracked(stored.ConvertAll(d => new CustomField(d.Id, recordKind, d.Key, d.Type) { AllowsSeveral = d.AllowsSeveral, IsArchived = d.ArchivedAt is not null }), recordKind);
    }

    // What this unit of work has changed or added counts before it is saved.
    private List<CustomField> WithTracked(List<CustomField> stored, string recordKind)
    {
        var tracked = db.Context.ChangeTracker.Entries<CustomFieldDefinition>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity.RecordKind == recordKind).Select(e => e.Entity.ToField()).ToList();
        return [.. stored.Where(d => !tracked.Exists(t => t.Id == d.Id)).Concat(tracked).OrderBy(f => f.Key, StringComparer.Ordinal)];
    }
}
