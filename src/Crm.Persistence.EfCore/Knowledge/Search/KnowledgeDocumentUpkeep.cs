using Crm.Domain.Knowledge;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Crm.Persistence.EfCore.Knowledge;

/// <summary>
/// Adds what the search has to know of changed items to the save that changes them, whichever act or host code did. A fingerprint tells
/// whether that is anything; texts are read word by word only then.
/// </summary>
internal sealed class KnowledgeDocumentUpkeep(TextAnalysers analysers)
{
    private const int ItemsPerQuery = 500;

    public async Task DeriveAsync(DbContext context, SavePass pass, bool isAsync, CancellationToken cancellationToken)
    {
        var items = context.ChangeTracker.Entries<KnowledgeItem>().Where(IsChanged).ToList();
        foreach (var item in items.Where(i => i.State != EntityState.Deleted))
        {
            await EagerParts.LoadAsync(item, isAsync, cancellationToken).ConfigureAwait(false);
        }

        var rows = new List<EntityEntry<KnowledgeSearchDocument>>();
        foreach (var added in items.Where(i => i.State == EntityState.Added).Select(i => i.Entity).Where(i => KnowledgeSearchDocument.FingerprintOf(i, analysers) != 0))
        {
            rows.Add(Row(context, pass.Rows, KnowledgeSearchDocument.Of(added, analysers), EntityState.Added));
        }

        foreach (var chunk in items.FindAll(i => i.State != EntityState.Added).Chunk(ItemsPerQuery))
        {
            var stored = await StoredAsync(context, [.. chunk.Select(i => i.Entity.Id)], isAsync, cancellationToken).ConfigureAwait(false);
            foreach (var item in chunk)
            {
                if (Changed(context, pass, item, stored) is { } row)
                {
                    rows.Add(row);
                }
            }
        }

        if (rows.Count > 0 || context.ChangeTracker.Entries<KnowledgeSynonymList>().Any(IsChanged))
        {
            var number = await KnowledgeChanges.BeginSaveAsync(context, isAsync, cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                row.Property(d => d.Change).CurrentValue = number;
            }
        }
    }

    private EntityEntry<KnowledgeSearchDocument>? Changed(DbContext context, SavePass pass, EntityEntry<KnowledgeItem> item, Dictionary<KnowledgeItemId, long> stored)
    {
        var isGone = item.State == EntityState.Deleted;
        var print = isGone ? 0 : KnowledgeSearchDocument.FingerprintOf(item.Entity, analysers);
        if (!stored.TryGetValue(item.Entity.Id, out var before))
        {
            return print == 0 ? null : Row(context, pass.Rows, KnowledgeSearchDocument.Of(item.Entity, analysers), EntityState.Added);
        }

        return print == before
            ? null
            : Row(context, pass.Changed, isGone ? KnowledgeSearchDocument.Gone(item.Entity) : KnowledgeSearchDocument.Of(item.Entity, analysers), EntityState.Modified);
    }

    private static EntityEntry<KnowledgeSearchDocument> Row(DbContext context, List<object> written, KnowledgeSearchDocument row, EntityState state)
    {
        if (context.Set<KnowledgeSearchDocument>().Local.FindEntry(row.ItemId) is { } tracked)
        {
            tracked.State = EntityState.Detached;
        }

        var entry = context.Entry(row);
        entry.State = state;
        if (state == EntityState.Modified)
        {
            // What readers asked outlives what the item says.
            entry.Property(d => d.Asked).IsModified = false;
        }

        written.Add(row);
        return entry;
    }

    private static async Task<Dictionary<KnowledgeItemId, long>> StoredAsync(DbContext context, List<KnowledgeItemId> ids, bool isAsync, CancellationToken cancellationToken)
    {
        var query = context.Set<KnowledgeSearchDocument>().AsNoTracking().Where(d => ids.Contains(d.ItemId)).Select(d => new { d.ItemId, d.Fingerprint });
#pragma warning disable CA1849, MA0042 // The host saves synchronously.
        var stored = isAsync ? await query.ToListAsync(cancellationToken).ConfigureAwait(false) : query.ToList();
#pragma warning restore CA1849, MA0042
        return stored.ToDictionary(s => s.ItemId, s => s.Fingerprint);
    }

    private static bool IsChanged(EntityEntry entry) => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
