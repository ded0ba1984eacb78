using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class SenderStore(CrmDb db) : ISenderStore
{
    private const int PerQuery = 500;

    public async Task<IReadOnlyList<SenderCandidate>> FindAsync(IReadOnlyCollection<SenderAddress> addresses, CancellationToken cancellationToken)
    {
        var found = new List<(SenderAddress Address, CustomerId Id, bool IsPrimary)>();
        foreach (var chunk in addresses.Where(a => a.Kind != SenderAddressKind.Handle).Chunk(PerQuery))
        {
            var keys = chunk.Select(a => a.Key).Distinct(StringComparer.Ordinal).ToList();
            var points = await db.Context.Set<ContactPoint>().AsNoTracking().Where(p => keys.Contains(p.Key))
                .Select(p => new { p.Kind, p.Key, p.IsPrimary, Id = EF.Property<CustomerId>(p, "CustomerId") }).ToListAsync(cancellationToken).ConfigureAwait(false);
            var byKey = points.ToLookup(p => (p.Kind == ContactPointKind.Email ? SenderAddressKind.Email : SenderAddressKind.Number, p.Key));
            found.AddRange(chunk.SelectMany(a => byKey[(a.Kind, a.Key)].GroupBy(p => p.Id).Select(g => (a, g.Key, g.Any(p => p.IsPrimary)))));
        }

        foreach (var handles in addresses.Where(a => a.Kind == SenderAddressKind.Handle).GroupBy(a => a.System!, StringComparer.Ordinal))
        {
            foreach (var chunk in handles.Chunk(PerQuery))
            {
                var values = chunk.Select(a => a.Key).ToList();
                var references = await db.Context.Set<CustomerReference>().AsNoTracking().Where(r => r.System == handles.Key && values.Contains(r.Value))
                    .Select(r => new { r.Value, Id = EF.Property<CustomerId>(r, "CustomerId") }).ToListAsync(cancellationToken).ConfigureAwait(false);
                found.AddRange(references.Select(r => (chunk.First(a => a.Key == r.Value), r.Id, true)));
            }
        }

        var matches = await ReadAsync([.. found.Select(f => f.Id).Distinct()], cancellationToken).ConfigureAwait(false);
        var shared = found.GroupBy(f => f.Address).Where(g => g.Count() > 1).SelectMany(g => g.Select(f => f.Id)).Distinct().ToList();
        var contacts = shared.Count == 0 ? [] : await db.Context.Set<Interaction>().Where(i => shared.Contains(i.CustomerId)).GroupBy(i => i.CustomerId)
            .Select(g => new { g.Key, At = g.Max(i => i.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found.Where(f => matches.ContainsKey(f.Id)).OrderBy(f => f.Id)
                .Select(f => new SenderCandidate(f.Address, matches[f.Id] with { IsPrimary = f.IsPrimary, LastContactAt = contacts.TryGetValue(f.Id, out var at) ? at : null })),
        ];
    }

    public async Task<IReadOnlyDictionary<CustomerId, SenderMatch>> FindAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var absorbed = new Dictionary<CustomerId, CustomerId>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            foreach (var tombstone in await db.Context.Set<CustomerTombstone>().AsNoTracking().Where(t => chunk.Contains(t.AbsorbedId)).ToListAsync(cancellationToken).ConfigureAwait(false))
            {
                absorbed[tombstone.AbsorbedId] = tombstone.SurvivorId;
            }
        }

        var matches = await ReadAsync([.. ids.Select(i => absorbed.GetValueOrDefault(i, i)).Distinct()], cancellationToken).ConfigureAwait(false);
        return ids.Where(i => matches.ContainsKey(absorbed.GetValueOrDefault(i, i))).ToDictionary(i => i, i => matches[absorbed.GetValueOrDefault(i, i)]);
    }

    public async Task<bool> HoldAsync(IReadOnlyCollection<SenderAddress> addresses, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(db.Context) != CrmDatabase.PostgreSql)
        {
            return false;
        }

        // In one order everywhere, so that two batches do not wait for each other.
        var names = addresses.Select(a => DatabaseLocks.NameOf($"{db.TenantScope}\n{a.Kind}\n{a.System}\n{a.Key}")).Distinct().Order().ToArray();
        await DatabaseLocks.HoldAllAsync(db.Context, names, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<Dictionary<CustomerId, SenderMatch>> ReadAsync(List<CustomerId> ids, CancellationToken cancellationToken)
    {
        var matches = new Dictionary<CustomerId, SenderMatch>();
        foreach (var chunk in ids.Chunk(PerQuery))
        {
            var places = await db.Context.Set<Membership>().AsNoTracking().Where(m => m.IsPrimary && chunk.Contains(EF.Property<CustomerId>(m, "CustomerId")))
                .Select(m => new { Id = EF.Property<CustomerId>(m, "CustomerId"), m.OrganisationId }).ToDictionaryAsync(m => m.Id, m => m.OrganisationId, cancellationToken).ConfigureAwait(false);
            var customers = await db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().Where(c => chunk.Contains(c.Id) && c.ErasedAt == null)
                .Select(c => new { c.Id, IsPerson = c is Person, c.DisplayName, c.CreatedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
            foreach (var c in customers)
            {
                matches[c.Id] = new(
                    c.Id, c.IsPerson ? CustomerKind.Person : CustomerKind.Organisation, c.DisplayName, places.TryGetValue(c.Id, out var place) ? place : null, IsPrimary: true, null, c.CreatedAt);
            }
        }

        return matches;
    }
}
