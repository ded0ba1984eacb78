using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class ErasureStore(CrmDb db, CustomerLocks locks, IContactQueries contacts, ICustomerKeyStore derived, ExplicitRows explicitRows, EventCatalog catalog) : IErasureStore
{
    public async Task<ErasureSubject?> FindAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var found = await db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().Where(c => c.Id == id)
            .Select(c => new { Identity = new CustomerIdentity(c.Id, c is Person ? CustomerKind.Person : CustomerKind.Organisation, c.DisplayName), c.ErasedAt })
            .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        return found is null ? null
            : new ErasureSubject(found.Identity, found.ErasedAt, (await contacts.FactsAsync([id], cancellationToken).ConfigureAwait(false))[id].Addresses);
    }

    public async Task<bool> HoldAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var (held, alone) = await locks.HoldAsync(id, id, cancellationToken).ConfigureAwait(false);
        if (held is null || alone is null)
        {
            return false;
        }

        locks.LetGo(id);
        return true;
    }

    public async Task<IReadOnlyList<ErasureRows>> RunAsync(CustomerId id, Instant? now, CancellationToken cancellationToken)
    {
        var context = db.Context;
        if (PersonalData.Unclassified(context.Model) is { Count: > 0 } forgotten)
        {
            throw new InvalidOperationException(
                $"An erasure would leave these behind: {string.Join(", ", forgotten)}. Classify them with modelBuilder.RegisterPersonalData, or exempt them with a reason.");
        }

        await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var rows = await PersonalRows.ReadAsync(context, id, cancellationToken).ConfigureAwait(false);
            foreach (var table in rows.Tables)
            {
                table.Decrypt();
            }

            var erasure = new Erasure(context, rows, catalog, db.Name(string.Empty));
            if (now is not { } at)
            {
                return erasure.Plan();
            }

            var released = erasure.ReleasedAttachments;
            var done = await erasure.ApplyAsync(cancellationToken).ConfigureAwait(false);
            await context.Set<Customer>().Where(c => c.Id == id).ExecuteUpdateAsync(u => u.SetProperty(c => c.ErasedAt, at), cancellationToken).ConfigureAwait(false);
            await derived.RefreshAsync([id], cancellationToken).ConfigureAwait(false);
            await CustomerTouches.WriteAsync(context, [id], cancellationToken).ConfigureAwait(false);
            await ConcludeAsync(context, id, at, erasure.Redaction, released, cancellationToken).ConfigureAwait(false);
            return done;
        }
        finally
        {
            await context.Database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }

    // Who asked is often why: the reason of the act itself must not bring the name back.
    private async Task ConcludeAsync(DbContext context, CustomerId id, Instant now, Redaction redaction, IReadOnlyList<string> released, CancellationToken cancellationToken)
    {
        var holder = (ICrmDbContext)context;
        var scope = holder.CrmScope!;
        var version = await context.Set<Customer>().Where(c => c.Id == id).Select(c => c.Version).SingleAsync(cancellationToken).ConfigureAwait(false);
        var erased = new CustomerErased(id, now);
        holder.CrmScope = scope with { Reason = redaction.Of(scope.Reason), CorrelationId = redaction.Of(scope.CorrelationId) };
        try
        {
            await explicitRows.WriteActAsync(context, nameof(Person), id.Value, version, erased, cancellationToken).ConfigureAwait(false);
            await explicitRows.WriteTimelineAsync(context, [erased], cancellationToken).ConfigureAwait(false);
            await explicitRows.WriteReleasedAsync(context, released, now, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            holder.CrmScope = scope;
        }
    }
}
