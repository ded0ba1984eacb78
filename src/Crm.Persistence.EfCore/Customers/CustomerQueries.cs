using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerQueries(CrmDb db) : ICustomerQueries
{
    public async Task<Page<CustomerSummary>> ListAsync(CustomerCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken)
    {
        var query = CustomerFilters.Matching(db, criteria, reach);
        return await query.ToPageAsync(page, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CustomerIdentity?> IdentifyAsync(CustomerId id, CancellationToken cancellationToken) =>
        await FindIdentityAsync(id, cancellationToken).ConfigureAwait(false)
        ?? (await Tombstones.SurvivorOfAsync(db, id, cancellationToken).ConfigureAwait(false) is { } survivor
            ? await FindIdentityAsync(survivor, cancellationToken).ConfigureAwait(false)
            : null);

    public async Task<IReadOnlyDictionary<CustomerId, CustomerId>> ResolveAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<CustomerId, CustomerId>();
        foreach (var chunk in ids.Distinct().Chunk(1000))
        {
            foreach (var id in await db.Context.Set<Customer>().Where(c => chunk.Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                resolved[id] = id;
            }

            if (chunk.Where(id => !resolved.ContainsKey(id)).ToList() is { Count: > 0 } missing)
            {
                foreach (var tombstone in await db.Context.Set<CustomerTombstone>().AsNoTracking().Where(t => missing.Contains(t.AbsorbedId)).ToListAsync(cancellationToken).ConfigureAwait(false))
                {
                    resolved[tombstone.AbsorbedId] = tombstone.SurvivorId;
                }
            }
        }

        return resolved;
    }

    public async Task<IReadOnlyDictionary<string, CustomerId>> FindByReferencesAsync(
        string system, IReadOnlyCollection<string> values, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, CustomerId>(StringComparer.Ordinal);
        foreach (var chunk in values.Distinct(StringComparer.Ordinal).Chunk(1000))
        {
            var rows = await db.Context.Set<CustomerReference>().AsNoTracking()
                .Where(r => r.System == system && chunk.Contains(r.Value))
                .Select(r => new { r.Value, Id = EF.Property<CustomerId>(r, "CustomerId") })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var row in rows)
            {
                found[row.Value] = row.Id;
            }
        }

        return found;
    }

    private async Task<CustomerIdentity?> FindIdentityAsync(CustomerId id, CancellationToken cancellationToken)
    {
        var set = db.Context.Set<Customer>();
        return set.Local.FindEntry(id)?.Entity is { } tracked
            ? new CustomerIdentity(tracked.Id, tracked.Kind, tracked.DisplayName)
            : await set.AsNoTracking().Where(c => c.Id == id)
                .Select(c => new CustomerIdentity(c.Id, c is Person ? CustomerKind.Person : CustomerKind.Organisation, c.DisplayName))
                .SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
    }
}
