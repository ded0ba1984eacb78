using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Removes customers that an import made, unless somebody touched them or something points at them.</summary>
internal sealed class ImportedCustomerRemoval(DbContext context, ExplicitRows explicitRows, CustomerImportId importId)
{
    private const string Creation = "customer-created";

    private readonly Dictionary<CustomerId, ImportRemoval> _fates = [];

    public async Task<IReadOnlyList<ImportRemoval>> RunAsync(IReadOnlyCollection<CustomerId> ids, Instant now, CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(500))
        {
            await RemoveAsync(chunk, now, cancellationToken).ConfigureAwait(false);
        }

        return [.. ids.Select(id => _fates[id])];
    }

    private async Task RemoveAsync(CustomerId[] ids, Instant now, CancellationToken cancellationToken)
    {
        await CustomerLocks.LockRowsAsync(context, ids, cancellationToken).ConfigureAwait(false);
        var customers = await context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        await NoteMissingAsync(ids, customers, cancellationToken).ConfigureAwait(false);
        await NoteChangedAsync(ids, cancellationToken).ConfigureAwait(false);
        await NoteInUseAsync(ids, cancellationToken).ConfigureAwait(false);
        var free = customers.FindAll(c => !_fates.ContainsKey(c.Id));
        var freeIds = free.ConvertAll(c => c.Id);
        var subjects = freeIds.ConvertAll(id => id.Value);
        await explicitRows.WriteRemovedAsync(
            context,
            [.. free.Select(c => ((IAggregateRoot)c, AddedFields.ToRemovedJson(context.Model, c, CustomerInsertion.PartsOf(c)), (ICrmEvent)new ImportedCustomerRemoved(c.Id, importId, now)))],
            cancellationToken).ConfigureAwait(false);

        // Links go with their entry, parts and keys with their customer.
        var entries = context.Set<TimelineLink>().Where(l => subjects.Contains(l.SubjectId) && l.Kind == Creation).Select(l => l.EntryId);
        await context.Set<TimelineEntry>().Where(e => entries.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<Customer>().Where(c => freeIds.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in freeIds)
        {
            _fates[id] = new ImportRemoval(id, ImportRemovalFate.Removed);
        }
    }

    private async Task NoteMissingAsync(CustomerId[] ids, List<Customer> customers, CancellationToken cancellationToken)
    {
        var there = customers.Select(c => c.Id).ToHashSet();
        if (Array.TrueForAll(ids, there.Contains))
        {
            return;
        }

        var merged = await context.Set<CustomerTombstone>().Where(t => ids.Contains(t.AbsorbedId)).Select(t => t.AbsorbedId).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in ids.Where(i => !there.Contains(i)))
        {
            _fates[id] = new ImportRemoval(id, merged.Contains(id) ? ImportRemovalFate.Merged : ImportRemovalFate.Gone);
        }
    }

    // Every act leaves an audit row; keys that are derived anew leave none.
    private async Task NoteChangedAsync(CustomerId[] ids, CancellationToken cancellationToken)
    {
        var imported = await context.Set<CustomerImportItemRecord>().Where(i => i.ImportId == importId && ids.Contains(i.CustomerId)).GroupBy(i => i.CustomerId)
            .Select(g => new { g.Key, Version = g.Max(i => i.CustomerVersion) }).ToDictionaryAsync(g => g.Key.Value, g => g.Version, cancellationToken).ConfigureAwait(false);
        var keys = ids.Select(i => i.Value).ToList();
        var audited = await context.Set<AuditEntry>().Where(a => keys.Contains(a.AggregateId)).GroupBy(a => a.AggregateId)
            .Select(g => new { g.Key, Version = g.Max(a => a.AggregateVersion) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var id in audited.Where(a => a.Version > imported.GetValueOrDefault(a.Key)).Select(a => CustomerId.From(a.Key)))
        {
            _fates.TryAdd(id, new ImportRemoval(id, ImportRemovalFate.Changed));
        }
    }

    private async Task NoteInUseAsync(CustomerId[] ids, CancellationToken cancellationToken)
    {
        var keys = ids.Select(i => i.Value).ToList();
        var spoken = await context.Set<TimelineLink>().Where(l => keys.Contains(l.SubjectId) && l.Kind != Creation).Select(l => l.SubjectId).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        Note(spoken, context.Model.FindEntityType(typeof(TimelineLink))!.GetTableName()!);
        foreach (var reference in new MergeTables(context).Moving.Where(r => r.Rows.Table.Name != context.Model.FindEntityType(typeof(TimelineLink))!.GetTableName()))
        {
            var rows = reference.Rows;
            var column = rows.Quoted(reference.Column);
            var found = await rows.QueryAsync(
                c =>
                {
                    var kind = reference.KindColumn is { } kindColumn ? $" and {rows.Quoted(kindColumn)} = {rows.Parameter(c, kindColumn, SubjectKinds.Customer)}" : string.Empty;
                    return $"select distinct {column} as id from {rows.Sql} where {column} in ({string.Join(", ", ids.Select(i => rows.Parameter(c, reference.Column, rows.Stored(reference.Column, i.Value))))}){kind}";
                },
                cancellationToken).ConfigureAwait(false);
            Note(found.Select(r => r["id"] is Guid id ? id : Guid.Parse(Convert.ToString(r["id"], CultureInfo.InvariantCulture)!)), rows.Table.Name);
        }

        void Note(IEnumerable<Guid> used, string table)
        {
            foreach (var id in used.Select(CustomerId.From))
            {
                _fates.TryAdd(id, new ImportRemoval(id, ImportRemovalFate.InUse, table));
            }
        }
    }
}
