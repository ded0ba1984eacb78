using System.Text.Json;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerMergeStore(CrmDb db, CustomerLocks locks, ICustomerKeyStore derived, ExplicitRows explicitRows, CrmErrorDescriber errors) : ICustomerMergeStore
{
    private MergeJournal? _journal;
    private List<(TableRows Rows, RowImage Image)> _before = [];

    public Task<(Customer? Survivor, Customer? Absorbed)> HoldAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken) =>
        locks.HoldAsync(survivorId, absorbedId, cancellationToken);

    public async Task<(Customer? Survivor, Customer? Absorbed)> LoadAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken)
    {
        var both = await db.Context.Set<Customer>().AsNoTracking().AsSplitQuery().Where(c => c.Id == survivorId || c.Id == absorbedId)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return (both.Find(c => c.Id == survivorId), both.Find(c => c.Id == absorbedId));
    }

    public Task<CustomerId?> ResolveAsync(CustomerId id, CancellationToken cancellationToken) => Tombstones.SurvivorOfAsync(db, id, cancellationToken);

    public async Task<Instant?> LastChangedAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var key = id.Value;
        return await db.Context.Set<AuditEntry>().Where(a => a.AggregateId == key).MaxAsync(a => (Instant?)a.At, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<MergedRows>> CountAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var counts = new List<MergedRows>();
        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var reference in new MergeTables(context).Moving)
            {
                var all = await CountAsync(reference, c => reference.Pointing(c, absorbedId.Value, survivorId.Value, "t."), cancellationToken).ConfigureAwait(false);
                var doubled = all == 0 || reference.UniqueWith.Count == 0 ? 0
                    : await CountAsync(reference, c => reference.Doubled(c, survivorId.Value, absorbedId.Value), cancellationToken).ConfigureAwait(false);
                if (all > 0)
                {
                    counts.Add(new MergedRows(reference.Rows.Table.Name, reference.Column, (int)(all - doubled), (int)doubled));
                }
            }
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }

        return counts;
    }

    public async Task<IReadOnlyList<MergedRows>> RepointAsync(
        MergeId mergeId, Customer survivor, Customer absorbed, Action<Person> unite, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var tables = new MergeTables(context);
        _journal = new MergeJournal(mergeId);
        if (survivor is Organisation)
        {
            await UniteMembershipsAsync(context, tables, survivor.Id, absorbed.Id, unite, cancellationToken).ConfigureAwait(false);
        }

        _before = await tables.ImagesAsync(survivor.Id, cancellationToken).ConfigureAwait(false);
        foreach (var (table, image) in await tables.ImagesAsync(absorbed.Id, cancellationToken).ConfigureAwait(false))
        {
            _journal.Removed(table, image);
        }

        // The survivor's own place in the tree comes with its save, which deletes the absorbed organisation before it.
        foreach (var reference in tables.Moving.Where(r => r.IsOfCustomers))
        {
            await reference.Rows.ExecuteAsync(
                c => $"update {reference.Rows.Sql} set {reference.Rows.Quoted(reference.Column)} = null where {reference.Pointing(c, absorbed.Id.Value, null)} and {reference.Rows.Quoted("Id")} = {reference.Rows.Parameter(c, "Id", reference.Rows.Stored("Id", survivor.Id.Value))}",
                cancellationToken).ConfigureAwait(false);
        }

        var moved = new List<MergedRows>();
        foreach (var reference in tables.Moving)
        {
            if (await MoveAsync(reference, survivor.Id.Value, absorbed.Id.Value, cancellationToken).ConfigureAwait(false) is { } counted)
            {
                moved.Add(counted);
            }
        }

        return moved;
    }

    public void Remove(Customer absorbed)
    {
        // A part that was moved in the database would be deleted by its old key.
        var context = db.Context;
        foreach (var entry in context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && e.Entity is not Customer && SaveRecorder.RootIdOf(e) == absorbed.Id.Value
            && e.Metadata.GetProperties().All(p => CustomerReferences.HowOf(p) != CustomerReferences.GoesWithCustomer)).ToList())
        {
            entry.State = EntityState.Detached;
        }

        context.Remove(absorbed);
    }

    public async Task ConcludeAsync(MergePlan plan, Instant now, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var (mergeId, journal) = (plan.Id!.Value, _journal!);
        journal.Changes(_before, await new MergeTables(context).ImagesAsync(plan.Survivor.Id, cancellationToken).ConfigureAwait(false));
        var actor = ((ICrmDbContext)context).CrmScope!.Actor;
        var merge = new CustomerMerge
        {
            Id = mergeId,
            SurvivorId = plan.Survivor.Id,
            AbsorbedId = plan.Absorbed.Id,
            MergedAt = now,
            ActorId = actor.Id,
            ActorName = actor.Name,
            Decisions = JsonSerializer.Serialize(plan.Fields.ToDictionary(f => f.Field, f => $"{f.Origin} ({f.Rule})", StringComparer.Ordinal)),
        };
        await BulkInsert.WriteAsync(context, [merge], cancellationToken).ConfigureAwait(false);
        var tombstone = new CustomerTombstone { AbsorbedId = plan.Absorbed.Id, SurvivorId = plan.Survivor.Id, MergeId = mergeId, MergedAt = now };
        await BulkInsert.WriteAsync(context, [tombstone], cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync(context, journal.Rows, cancellationToken).ConfigureAwait(false);
        await CustomerTouches.WriteAsync(context, [plan.Survivor.Id], cancellationToken).ConfigureAwait(false);
        await CustomerTouches.ForgetAsync(context, plan.Absorbed.Id, cancellationToken).ConfigureAwait(false);
        var changes = plan.Rows.ToDictionary(r => $"{r.Table}.{r.Field}", r => new[] { $"{r.Moved} moved", $"{r.Dropped} dropped" }, StringComparer.Ordinal);
        await explicitRows.WriteAuditAsync(
            context, nameof(CustomerMerge), mergeId.Value, 1, new CustomersMerged(plan.Survivor.Id, plan.Absorbed.Id, mergeId, now), JsonSerializer.Serialize(changes), cancellationToken)
            .ConfigureAwait(false);
        _journal = null;
        _before = [];
    }

    public async Task<MergeSummary?> FindAsync(MergeId id, CancellationToken cancellationToken) =>
        await Summaries(db.Context.Set<CustomerMerge>().Where(m => m.Id == id)).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlyList<MergeSummary>> HistoryAsync(CustomerId id, CancellationToken cancellationToken) =>
        await Summaries(db.Context.Set<CustomerMerge>().Where(m => m.SurvivorId == id || m.AbsorbedId == id).OrderByDescending(m => m.MergedAt).ThenByDescending(m => m.Id))
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<CrmError?> UndoAsync(MergeSummary merge, Instant now, CancellationToken cancellationToken)
    {
        var refused = await new MergeUndo(db.Context, new MergeTables(db.Context), merge, errors).RunAsync(now, explicitRows, cancellationToken).ConfigureAwait(false);
        if (refused is null)
        {
            // Rows that were put back passed no save that derives keys.
            await derived.RefreshAsync([merge.SurvivorId, merge.AbsorbedId], cancellationToken).ConfigureAwait(false);
            await CustomerTouches.WriteAsync(db.Context, [merge.SurvivorId, merge.AbsorbedId], cancellationToken).ConfigureAwait(false);
        }

        return refused;
    }

    private static IQueryable<MergeSummary> Summaries(IQueryable<CustomerMerge> merges) =>
        merges.AsNoTracking().Select(m => new MergeSummary(m.Id, m.SurvivorId, m.AbsorbedId, m.MergedAt, m.ActorName, m.UndoneAt));

    private static async Task<long> CountAsync(MovingReference reference, Func<System.Data.Common.DbCommand, string> where, CancellationToken cancellationToken)
    {
        var counted = await reference.Rows.QueryAsync(c => $"select count(*) as n from {reference.Rows.Sql} as t where {where(c)}", cancellationToken).ConfigureAwait(false);
        return Convert.ToInt64(counted[0]["n"], System.Globalization.CultureInfo.InvariantCulture);
    }

    // Who belongs to both organisations belongs to one of them once.
    private async Task UniteMembershipsAsync(
        DbContext context, MergeTables tables, CustomerId survivor, CustomerId absorbed, Action<Person> unite, CancellationToken cancellationToken)
    {
        var people = await context.Set<Person>().AsSplitQuery()
            .Where(p => p.Memberships.Any(m => m.IsActive && m.OrganisationId == survivor) && p.Memberships.Any(m => m.IsActive && m.OrganisationId == absorbed))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var person in people)
        {
            var before = await tables.ImagesAsync(person.Id, cancellationToken).ConfigureAwait(false);
            unite(person);
            await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
            _journal!.Changes(before, await tables.ImagesAsync(person.Id, cancellationToken).ConfigureAwait(false));
            locks.LetGo(person.Id);
        }
    }

    private async Task<MergedRows?> MoveAsync(MovingReference reference, Guid survivor, Guid absorbed, CancellationToken cancellationToken)
    {
        var rows = reference.Rows;
        var dropped = 0;
        if (reference.UniqueWith.Count > 0)
        {
            foreach (var row in await rows.QueryAsync(c => $"select t.* from {rows.Sql} as t where {reference.Doubled(c, survivor, absorbed)}", cancellationToken).ConfigureAwait(false))
            {
                _journal!.Removed(rows, row);
                dropped += await rows.DeleteAsync(rows.KeyOf(row), cancellationToken).ConfigureAwait(false);
            }
        }

        var keys = await rows.QueryAsync(
            c => $"select {string.Join(", ", rows.Key.Select(k => $"t.{rows.Quoted(k)}"))} from {rows.Sql} as t where {reference.Pointing(c, absorbed, survivor, "t.")}", cancellationToken).ConfigureAwait(false);
        if (keys.Count == 0)
        {
            return dropped == 0 ? null : new MergedRows(rows.Table.Name, reference.Column, 0, dropped);
        }

        foreach (var key in keys)
        {
            _journal!.Moved(rows, reference.Column, rows.Key.Contains(reference.Column) ? key.With(reference.Column, rows.Stored(reference.Column, survivor)) : key);
        }

        if (reference.Root is { } root && root.Rows.IsVersioned)
        {
            await root.Rows.ExecuteAsync(
                c => $"update {root.Rows.Sql} set {root.Rows.Bump()[2..]} where {root.Rows.Quoted(root.Rows.Key[0])} in (select {rows.Quoted(root.Column)} from {rows.Sql} where {reference.Pointing(c, absorbed, survivor)})",
                cancellationToken).ConfigureAwait(false);
        }

        var moved = await rows.ExecuteAsync(
            c => $"update {rows.Sql} set {rows.Quoted(reference.Column)} = {rows.Parameter(c, reference.Column, rows.Stored(reference.Column, survivor))}{rows.Bump()} where {reference.Pointing(c, absorbed, survivor)}",
            cancellationToken).ConfigureAwait(false);
        return new MergedRows(rows.Table.Name, reference.Column, moved, dropped);
    }
}
