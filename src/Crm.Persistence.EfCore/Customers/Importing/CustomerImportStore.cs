using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerImportStore(CrmDb db, CustomerInsertion insertion, ExplicitRows explicitRows) : ICustomerImportStore
{
    private const int CustomersPerQuery = 500;
    private const int KeysPerQuery = 1_000;

    public Task<CustomerImportSummary?> FindAsync(CustomerImportId id, CancellationToken cancellationToken) =>
        Summaries(db.Context.Set<CustomerImportRecord>().Where(i => i.Id == id)).SingleOrDefaultAsync(cancellationToken);

    public Task<CustomerImportSummary?> LastOfAsync(string fingerprint, CancellationToken cancellationToken) =>
        Summaries(db.Context.Set<CustomerImportRecord>().Where(i => i.Fingerprint == fingerprint && i.UndoneAt == null).OrderByDescending(i => i.Id))
            .FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<CustomerImportSummary>> ListAsync(int take, CancellationToken cancellationToken) =>
        await Summaries(db.Context.Set<CustomerImportRecord>().OrderByDescending(i => i.Id).Take(take)).ToListAsync(cancellationToken).ConfigureAwait(false);

    public Task StartAsync(CustomerImportSummary started, CancellationToken cancellationToken) => BulkInsert.WriteAsync(
        db.Context,
        [
            new CustomerImportRecord
            {
                Id = started.Id,
                Name = started.Name,
                Fingerprint = started.Fingerprint,
                System = started.System,
                Layout = started.Layout,
                OnDuplicate = started.OnDuplicate,
                StartedAt = started.StartedAt,
                ActorId = ((ICrmDbContext)db.Context).CrmScope!.Actor.Id,
                ActorName = started.ActorName,
            },
        ],
        cancellationToken);

    public async Task<bool> AdvanceAsync(CustomerImportSummary from, CustomerImportSummary to, CancellationToken cancellationToken) =>
        await db.Context.Set<CustomerImportRecord>()
            .Where(i => i.Id == from.Id && i.LastRow == from.LastRow && i.Read == from.Read && i.CompletedAt == null && i.UndoneAt == null)
            .ExecuteUpdateAsync(
                u => u.SetProperty(i => i.LastRow, to.LastRow).SetProperty(i => i.Read, to.Read).SetProperty(i => i.Created, to.Created)
                    .SetProperty(i => i.Updated, to.Updated).SetProperty(i => i.Skipped, to.Skipped).SetProperty(i => i.Review, to.Review)
                    .SetProperty(i => i.Rejected, to.Rejected).SetProperty(i => i.CompletedAt, to.CompletedAt),
                cancellationToken).ConfigureAwait(false) == 1;

    public async Task<IReadOnlyList<ImportCandidate>> CandidatesAsync(string system, IReadOnlyCollection<ImportKey> keys, CancellationToken cancellationToken)
    {
        var found = new List<ImportCandidate>();
        foreach (var chunk in keys.Where(k => k.Kind == ImportKeyKind.Reference).Select(k => k.Value).Chunk(KeysPerQuery))
        {
            await AddAsync(
                ImportKeyKind.Reference,
                db.Context.Set<CustomerReference>().Where(r => r.System == system && chunk.Contains(r.Value))
                    .Select(r => new KeyOfCustomer { Value = r.Value, CustomerId = EF.Property<CustomerId>(r, "CustomerId") })).ConfigureAwait(false);
        }

        foreach (var chunk in keys.Where(k => k.Kind == ImportKeyKind.Contact).Select(k => k.Value).Chunk(KeysPerQuery))
        {
            await AddAsync(
                ImportKeyKind.Contact,
                db.Context.Set<ContactPoint>().Where(p => chunk.Contains(p.Key))
                    .Select(p => new KeyOfCustomer { Value = p.Key, CustomerId = EF.Property<CustomerId>(p, "CustomerId") })).ConfigureAwait(false);
        }

        foreach (var chunk in keys.Where(k => k.Kind == ImportKeyKind.Id).Select(k => CustomerId.Parse(k.Value, null)).Chunk(KeysPerQuery))
        {
            var living = await db.Context.Set<Customer>().Where(c => chunk.Contains(c.Id)).Select(c => new { c.Id, IsPerson = c is Person })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(living.Select(c => new ImportCandidate(new ImportKey(ImportKeyKind.Id, c.Id.ToString()), c.Id, KindOf(c.IsPerson))));
            var merged = await db.Context.Set<CustomerTombstone>().Where(t => chunk.Contains(t.AbsorbedId))
                .Join(db.Context.Set<Customer>(), t => t.SurvivorId, c => c.Id, (t, c) => new { t.AbsorbedId, c.Id, IsPerson = c is Person })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(merged.Select(c => new ImportCandidate(new ImportKey(ImportKeyKind.Id, c.AbsorbedId.ToString()), c.Id, KindOf(c.IsPerson))));
        }

        return found;

        async Task AddAsync(ImportKeyKind kind, IQueryable<KeyOfCustomer> known)
        {
            var rows = await known.Join(db.Context.Set<Customer>(), k => k.CustomerId, c => c.Id, (k, c) => new { k.Value, c.Id, IsPerson = c is Person })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            found.AddRange(rows.OrderBy(r => r.Id).Select(r => new ImportCandidate(new ImportKey(kind, r.Value), r.Id, KindOf(r.IsPerson))));
        }
    }

    public async Task<IReadOnlyList<Customer>> LoadAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        // A copy that the context read before may be old; one with changes is the host's to save.
        var wanted = ids.Select(i => i.Value).ToHashSet();
        foreach (var copy in TrackedOf(wanted).GroupBy(SaveRecorder.RootIdOf).Where(g => g.All(e => e.State == EntityState.Unchanged)).SelectMany(g => g).ToList())
        {
            copy.State = EntityState.Detached;
        }

        var loaded = new List<Customer>(ids.Count);
        foreach (var chunk in ids.Chunk(CustomersPerQuery))
        {
            loaded.AddRange(await db.Context.Set<Customer>().AsSplitQuery().Where(c => chunk.Contains(c.Id)).ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return loaded;
    }

    public void LetGo(IReadOnlyCollection<Customer> customers)
    {
        foreach (var entry in TrackedOf(customers.Select(c => c.Id.Value).ToHashSet()))
        {
            entry.State = EntityState.Detached;
        }
    }

    public Task InsertAsync(IReadOnlyList<Customer> customers, CancellationToken cancellationToken) => insertion.WriteAsync(db.Context, customers, cancellationToken);

    public Task AddItemsAsync(CustomerImportId id, IReadOnlyList<CustomerImportItem> items, CancellationToken cancellationToken) => BulkInsert.WriteAsync(
        db.Context,
        [
            .. items.Select(i => new CustomerImportItemRecord
            {
                ImportId = id,
                Row = i.Row,
                Outcome = i.Outcome,
                CustomerId = i.CustomerId,
                CustomerVersion = i.Version,
                Code = i.Code,
                Changes = i.Changes.Count == 0 ? null : JsonSerializer.Serialize(i.Changes),
            }),
        ],
        cancellationToken);

    public Task RecordAsync(CustomersImported happened, CancellationToken cancellationToken) =>
        explicitRows.WriteActAsync(db.Context, "CustomerImport", happened.ImportId.Value, 1, happened, cancellationToken);

    public async Task<IReadOnlyList<CustomerImportItem>> ItemsAsync(CustomerImportId id, ImportOutcome? outcome, int? beforeRow, int take, CancellationToken cancellationToken)
    {
        var items = db.Context.Set<CustomerImportItemRecord>().AsNoTracking().Where(i => i.ImportId == id);
        if (outcome is { } wanted)
        {
            items = items.Where(i => i.Outcome == wanted);
        }

        if (beforeRow is { } row)
        {
            items = items.Where(i => i.Row < row);
        }

        return (await items.OrderByDescending(i => i.Row).Take(take).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(i => new CustomerImportItem(
            i.Row, i.Outcome, i.CustomerId, i.CustomerVersion, i.Code, i.Changes is null ? [] : JsonSerializer.Deserialize<List<ImportedChange>>(i.Changes)!));
    }

    public async Task<bool> BeginUndoAsync(CustomerImportId id, Instant now, CancellationToken cancellationToken) =>
        await db.Context.Set<CustomerImportRecord>().Where(i => i.Id == id && i.UndoneAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.UndoneAt, now), cancellationToken).ConfigureAwait(false) == 1;

    public async Task<IReadOnlySet<CustomerId>> CreatedAmongAsync(CustomerImportId id, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var found = new HashSet<CustomerId>();
        foreach (var chunk in ids.Chunk(KeysPerQuery))
        {
            found.UnionWith(await db.Context.Set<CustomerImportItemRecord>()
                .Where(i => i.ImportId == id && i.Outcome == ImportOutcome.Created && chunk.Contains(i.CustomerId)).Select(i => i.CustomerId)
                .ToListAsync(cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public Task<IReadOnlyList<ImportRemoval>> RemoveAsync(CustomerImportId id, IReadOnlyCollection<CustomerId> ids, Instant now, CancellationToken cancellationToken) =>
        new ImportedCustomerRemoval(db.Context, explicitRows, id).RunAsync(ids, now, cancellationToken);

    public async Task EndUndoAsync(CustomerImportUndone undone, CancellationToken cancellationToken)
    {
        await db.Context.Set<CustomerImportItemRecord>().Where(i => i.ImportId == undone.ImportId).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteActAsync(db.Context, "CustomerImport", undone.ImportId.Value, 2, undone, cancellationToken).ConfigureAwait(false);
    }

    private List<EntityEntry> TrackedOf(HashSet<Guid> ids) =>
        ids.Count == 0 ? [] : [.. db.Context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && ids.Contains(SaveRecorder.RootIdOf(e)))];

    private static CustomerKind KindOf(bool isPerson) => isPerson ? CustomerKind.Person : CustomerKind.Organisation;

    private static IQueryable<CustomerImportSummary> Summaries(IQueryable<CustomerImportRecord> imports) => imports.AsNoTracking().Select(i => new CustomerImportSummary
    {
        Id = i.Id,
        Name = i.Name,
        Fingerprint = i.Fingerprint,
        System = i.System,
        Layout = i.Layout,
        OnDuplicate = i.OnDuplicate,
        StartedAt = i.StartedAt,
        ActorName = i.ActorName,
        LastRow = i.LastRow,
        Read = i.Read,
        Created = i.Created,
        Updated = i.Updated,
        Skipped = i.Skipped,
        Review = i.Review,
        Rejected = i.Rejected,
        CompletedAt = i.CompletedAt,
        UndoneAt = i.UndoneAt,
    });

    private sealed class KeyOfCustomer
    {
        public required string Value { get; init; }

        public CustomerId CustomerId { get; init; }
    }
}
