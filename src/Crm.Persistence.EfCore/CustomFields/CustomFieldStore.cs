using Crm.Domain.CustomFields;
using Crm.Persistence.EfCore.Querying;

namespace Crm.Persistence.EfCore.CustomFields;

internal sealed class CustomFieldStore(CrmDb db) : ICustomFieldStore
{
    public async Task<CustomFieldDefinition?> FindAsync(string recordKind, string key, CancellationToken cancellationToken)
    {
        if (db.Context.ChangeTracker.Entries<CustomFieldDefinition>().Select(e => e.Entity).FirstOrDefault(d => d.RecordKind == recordKind && d.Key == key) is { } tracked)
        {
            return tracked;
        }

        var (kind, stored) = (StorableText.Of(recordKind), StorableText.Of(key));
        return await db.LoadAsync<CustomFieldDefinition>(d => d.RecordKind == kind && d.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public void Add(CustomFieldDefinition definition) => db.Context.Add(definition);
}
