using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Keeps other writers away from customers that a merge is about to change.</summary>
internal sealed class CustomerLocks(CrmDb db)
{
    /// <summary>
    /// Waits for whoever writes to either customer, or a row that points at it, and loads both anew. Writers that come later find
    /// the absorbed customer gone: the foreign keys refuse their rows, and the retry resolves the id.
    /// </summary>
    public async Task<(Customer? Survivor, Customer? Absorbed)> HoldAsync(CustomerId survivorId, CustomerId absorbedId, CancellationToken cancellationToken)
    {
        var context = db.Context;
        if (await context.Set<Organisation>().AnyAsync(o => o.Id == survivorId, cancellationToken).ConfigureAwait(false))
        {
            await DatabaseLocks.HoldAsync(context, DatabaseLocks.OrganisationTrees, cancellationToken).ConfigureAwait(false);
        }

        await LockRowsAsync(context, survivorId, absorbedId, cancellationToken).ConfigureAwait(false);
        return (
            await ReloadAsync(survivorId, cancellationToken).ConfigureAwait(false),
            LetGoOfDependents(absorbedId) ? await ReloadAsync(absorbedId, cancellationToken).ConfigureAwait(false) : null);
    }

    /// <summary>Lets go of what the context tracks of a customer.</summary>
    public void LetGo(CustomerId id) => LetGo(id.Value);

    private void LetGo(Guid id)
    {
        foreach (var entry in db.Context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && SaveRecorder.RootIdOf(e) == id).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }

    // Copies of rows that are about to move would be taken for orphans. One with unsaved changes is in the way.
    private bool LetGoOfDependents(CustomerId id)
    {
        var dependents = db.Context.ChangeTracker.Entries()
            .Where(e => e.Metadata.GetProperties().Any(p => CustomerReferences.HowOf(p) == CustomerReferences.Moves && IsOf(e.Property(p.Name).CurrentValue, id)))
            .ToList();
        if (dependents.Exists(e => e.State != EntityState.Unchanged))
        {
            return false;
        }

        foreach (var entry in dependents)
        {
            if (SaveRecorder.IsOurs(entry))
            {
                LetGo(SaveRecorder.RootIdOf(entry));
            }

            entry.State = EntityState.Detached;
        }

        return true;
    }

    private static bool IsOf(object? value, CustomerId id) => value is CustomerId customer ? customer == id : value is Guid guid && guid == id.Value;

    private async Task<Customer?> ReloadAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var tracked = db.Context.ChangeTracker.Entries().Where(e => SaveRecorder.IsOurs(e) && SaveRecorder.RootIdOf(e) == id.Value);
        if (tracked.Any(e => e.State != EntityState.Unchanged))
        {
            return null;
        }

        LetGo(id);
        return await db.LoadAsync<Customer>(c => c.Id == id, cancellationToken).ConfigureAwait(false);
    }

    // An update alone would let rows that point at the customer slip in, since PostgreSQL checks foreign keys with a weaker lock.
    private static Task LockRowsAsync(DbContext context, CustomerId first, CustomerId second, CancellationToken cancellationToken) => LockRowsAsync(context, [first, second], cancellationToken);

    /// <summary>Waits for whoever writes to some customers or to rows that point at them, and keeps others waiting until the transaction ends.</summary>
    public static async Task LockRowsAsync(DbContext context, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(context) == CrmDatabase.PostgreSql)
        {
            var sql = "select \"Id\" as \"Value\" from " + SqlName.OfTable(context, typeof(Customer)) + " where \"Id\" = any({0}) order by \"Id\" for update";
            _ = await context.Database.SqlQuery<Guid>(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql, ids.Select(i => i.Value).ToArray())).ToListAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
