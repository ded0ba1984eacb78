using Crm.Domain.Customers;
using Crm.Domain.Privacy;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class ContactQueries(CrmDb db, IPrivacyMeasureStore measures) : IContactQueries
{
    public async Task<IReadOnlyDictionary<CustomerId, ContactFacts>> FactsAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken)
    {
        var points = await db.Context.Set<ContactPoint>().AsNoTracking().Where(p => ids.Contains(EF.Property<CustomerId>(p, "CustomerId")))
            .OrderByDescending(p => p.IsPrimary).ThenBy(p => p.Id)
            .Select(p => new ContactAddress(EF.Property<CustomerId>(p, "CustomerId"), p.Kind, p.Value, p.Key, p.IsPrimary, p.InvalidSince, p.OptedOutSince))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var postal = await db.Context.Set<CustomerAddress>().AsNoTracking().Where(a => ids.Contains(EF.Property<CustomerId>(a, "CustomerId")))
            .Select(a => EF.Property<CustomerId>(a, "CustomerId")).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var inForce = (await measures.OfAsync(ids, cancellationToken).ConfigureAwait(false)).ToLookup(m => m.CustomerId);
        var erased = await db.Context.Set<Customer>().IgnoreAutoIncludes().AsNoTracking().Where(c => ids.Contains(c.Id) && c.ErasedAt != null)
            .Select(c => new { c.Id, c.ErasedAt }).ToDictionaryAsync(c => c.Id, c => c.ErasedAt, cancellationToken).ConfigureAwait(false);
        var byCustomer = points.ToLookup(p => p.CustomerId);
        return ids.Distinct().ToDictionary(id => id, id => new ContactFacts(id, [.. byCustomer[id]], postal.Contains(id), [.. inForce[id]], erased.GetValueOrDefault(id)));
    }

    public async Task<IReadOnlyList<CustomerId>> AtAsync(IReadOnlyCollection<ContactPointKind> kinds, string key, CancellationToken cancellationToken) =>
        await db.Context.Set<ContactPoint>().AsNoTracking().Where(p => p.Key == key && kinds.Contains(p.Kind))
            .Select(p => EF.Property<CustomerId>(p, "CustomerId")).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
}
