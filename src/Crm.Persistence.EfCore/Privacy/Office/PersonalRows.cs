using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Crm.Persistence.EfCore.Privacy;

/// <summary>
/// Finds every row about one customer: its own, those that point at it and their parts, timelines, audit, events, search keys and
/// merges. What points at a customer is registered for merges, so that a table is never forgotten.
/// </summary>
internal sealed class PersonalRows
{
    private readonly DbContext _context;
    private readonly MergeTables _registered;
    private readonly SortedDictionary<string, PersonalTable> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _customers = [];
    private readonly HashSet<Guid> _merges = [];
    private readonly Dictionary<ITable, HashSet<Guid>> _owned = [];

    private PersonalRows(DbContext context)
    {
        _context = context;
        _registered = new MergeTables(context);
    }

    /// <summary>The tables that hold something, by name.</summary>
    public IReadOnlyCollection<PersonalTable> Tables => _tables.Values;

    /// <summary>The customer and those that it absorbed.</summary>
    public IReadOnlySet<Guid> Customers => _customers;

    /// <summary>The records that point at the customer, or are about it.</summary>
    public IReadOnlySet<Guid> Owned { get; private set; } = new HashSet<Guid>();

    /// <summary>Reads all rows. The connection is open.</summary>
    public static async Task<PersonalRows> ReadAsync(DbContext context, CustomerId id, CancellationToken cancellationToken)
    {
        var rows = new PersonalRows(context);
        rows._customers.Add(id.Value);
        await rows.ReadMergesAsync(id, cancellationToken).ConfigureAwait(false);
        await rows.ReadCustomerAsync(id, cancellationToken).ConfigureAwait(false);
        await rows.ReadPointingAsync(id, cancellationToken).ConfigureAwait(false);
        await rows.ReadPartsAsync(cancellationToken).ConfigureAwait(false);
        await rows.ReadTracesAsync(cancellationToken).ConfigureAwait(false);
        return rows;
    }

    /// <summary>Reads all rows of records, whoever they are about: themselves, their parts, timelines, audit and events.</summary>
    public static async Task<PersonalRows> ReadRecordsAsync(DbContext context, Type entity, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = new PersonalRows(context);
            rows.OwnedOf(rows.TableOf(entity)).UnionWith(ids);
            await rows.AddAsync(entity, "Id", ids, cancellationToken).ConfigureAwait(false);
            await rows.ReadPartsAsync(cancellationToken).ConfigureAwait(false);
            await rows.ReadTracesAsync(cancellationToken).ConfigureAwait(false);
            return rows;
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    public PersonalTable? Find(Type entity) => _tables.GetValueOrDefault(TableOf(entity).Name);

    private async Task ReadMergesAsync(CustomerId id, CancellationToken cancellationToken)
    {
        await AddAsync<CustomerTombstone>(nameof(CustomerTombstone.SurvivorId), [id.Value], cancellationToken).ConfigureAwait(false);
        _customers.UnionWith(Find(typeof(CustomerTombstone))?.Ids(nameof(CustomerTombstone.AbsorbedId)) ?? []);
        await AddAsync<CustomerMerge>(nameof(CustomerMerge.SurvivorId), _customers, cancellationToken).ConfigureAwait(false);
        await AddAsync<CustomerMerge>(nameof(CustomerMerge.AbsorbedId), _customers, cancellationToken).ConfigureAwait(false);
        _merges.UnionWith(Find(typeof(CustomerMerge))?.Ids(nameof(CustomerMerge.Id)) ?? []);
        await AddAsync<CustomerMergeRow>(nameof(CustomerMergeRow.MergeId), _merges, cancellationToken).ConfigureAwait(false);

        // Merges of others keep rows of this customer too: a membership in two organisations that became one.
        var journal = new TableRows(_context, TableOf(typeof(CustomerMergeRow)));
        foreach (var customer in _customers)
        {
            Add(journal, await journal.QueryAsync(
                c => $"select t.* from {journal.Sql} as t where {journal.Tenant(c, "t.")}({string.Join(" or ", new[] { nameof(CustomerMergeRow.Key), nameof(CustomerMergeRow.Before), nameof(CustomerMergeRow.After) }
                    .Select(column => $"lower(t.{journal.Quoted(column)}) like {journal.Parameter(c, column, $"%{customer:D}%")}"))})",
                cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task ReadCustomerAsync(CustomerId id, CancellationToken cancellationToken)
    {
        foreach (var (table, image) in await _registered.ImagesAsync(id, cancellationToken).ConfigureAwait(false))
        {
            Add(table, [image]);
        }

        await AddAsync<CustomerKey>(nameof(CustomerKey.CustomerId), [id.Value], cancellationToken).ConfigureAwait(false);
        await AddAsync<CustomerImportItemRecord>(nameof(CustomerImportItemRecord.CustomerId), _customers, cancellationToken).ConfigureAwait(false);
    }

    private async Task ReadPointingAsync(CustomerId id, CancellationToken cancellationToken)
    {
        foreach (var reference in _registered.Moving.Where(r => !r.IsOfCustomers))
        {
            var found = await reference.Rows.QueryAsync(
                c => $"select t.* from {reference.Rows.Sql} as t where {reference.Pointing(c, id.Value, null, "t.")}", cancellationToken).ConfigureAwait(false);
            Add(reference.Rows, found);

            // A record that points by its kind, such as a text that came of a call, is not the customer's own; one with a link to it is about it.
            if (reference.Root is { } root)
            {
                var about = found.Select(r => PersonalTable.IdOf(r[root.Column])).OfType<Guid>().Distinct().ToList();
                OwnedOf(root.Rows.Table).UnionWith(about);
                Add(root.Rows, await root.Rows.AmongAsync(root.Rows.Key[0], about, cancellationToken).ConfigureAwait(false));
            }
            else if (reference.KindColumn is null && reference.Rows.Key is [var key])
            {
                OwnedOf(reference.Rows.Table).UnionWith(found.Select(r => PersonalTable.IdOf(r[key])).OfType<Guid>());
                OwnedOf(reference.Rows.Table).UnionWith(MergedAway(reference.Rows.Table.Name));
            }
        }
    }

    // Rows that went with a merge, since the survivor had the same already: their audit and events are still there.
    private IEnumerable<Guid> MergedAway(string table) => Find(typeof(CustomerMergeRow)) is not { } journal ? [] : journal.Images.Select(journal.Rows.Decrypted)
        .Where(i => (string)i[nameof(CustomerMergeRow.Table)]! == table && (string)i[nameof(CustomerMergeRow.Change)]! == nameof(MergeRowChange.Removed))
        .Select(i => RowImage.FromJson((string)i[nameof(CustomerMergeRow.Key)]!).Values.ToList())
        .Where(key => key.Count == 1)
        .Select(key => PersonalTable.IdOf(key[0].Value)).OfType<Guid>();

    private async Task ReadPartsAsync(CancellationToken cancellationToken)
    {
        foreach (var entity in _context.Model.GetEntityTypes())
        {
            if (entity.FindAnnotation(CrmAnnotations.RootKey)?.Value is string root && entity.FindProperty(root) is { } property
                && property.GetContainingForeignKeys().Select(f => f.PrincipalEntityType).FirstOrDefault() is { } principal
                && principal.GetTableMappings().Select(t => t.Table).FirstOrDefault() is { } table && _owned.TryGetValue((ITable)table, out var ids))
            {
                await AddAsync(entity.ClrType, root, ids, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ReadTracesAsync(CancellationToken cancellationToken)
    {
        var owned = _owned.Values.SelectMany(o => o).ToHashSet();
        Owned = owned;
        await AddAsync<TimelineLink>(nameof(TimelineLink.SubjectId), owned, cancellationToken).ConfigureAwait(false);
        await AddAsync<TimelineEntry>(nameof(TimelineEntry.ReferenceId), owned, cancellationToken).ConfigureAwait(false);
        await AddAsync<TimelineEntry>(nameof(TimelineEntry.Id), [.. Find(typeof(TimelineLink))?.Ids(nameof(TimelineLink.EntryId)) ?? []], cancellationToken).ConfigureAwait(false);
        await AddAsync<TimelineLink>(nameof(TimelineLink.EntryId), [.. Find(typeof(TimelineEntry))?.Ids(nameof(TimelineEntry.Id)) ?? []], cancellationToken).ConfigureAwait(false);
        HashSet<Guid> all = [.. owned, .. _customers, .. _merges];
        await AddAsync<AuditEntry>(nameof(AuditEntry.AggregateId), all, cancellationToken).ConfigureAwait(false);
        await AddAsync<OutboxMessage>(nameof(OutboxMessage.AggregateId), all, cancellationToken).ConfigureAwait(false);
    }

    private Task AddAsync<T>(string property, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => AddAsync(typeof(T), property, ids, cancellationToken);

    private async Task AddAsync(Type entity, string property, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = new TableRows(_context, TableOf(entity));
        var column = _context.Model.FindEntityType(entity)!.FindProperty(property)!.GetTableColumnMappings().First().Column.Name;
        Add(rows, await rows.AmongAsync(column, ids, cancellationToken).ConfigureAwait(false));
    }

    private void Add(TableRows rows, IReadOnlyCollection<RowImage> images)
    {
        if (images.Count > 0)
        {
            if (!_tables.TryGetValue(rows.Table.Name, out var table))
            {
                _tables.Add(rows.Table.Name, table = new PersonalTable(rows));
            }

            table.Add(images);
        }
    }

    private HashSet<Guid> OwnedOf(ITable table)
    {
        if (!_owned.TryGetValue(table, out var ids))
        {
            _owned.Add(table, ids = []);
        }

        return ids;
    }

    private ITable TableOf(Type entity) => _context.Model.FindEntityType(entity)!.GetTableMappings().First().Table;
}
