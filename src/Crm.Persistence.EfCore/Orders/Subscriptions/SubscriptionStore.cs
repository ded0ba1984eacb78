using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class SubscriptionStore(CrmDb crm) : ISubscriptionStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public Task<Subscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken) => _db.LoadAsync<Subscription, SubscriptionId>(id, cancellationToken);

    public Task<Subscription?> FindByNumberAsync(SubscriptionNumber number, CancellationToken cancellationToken) => _db.LoadAsync<Subscription>(s => s.Number == number, cancellationToken);

    public async Task<IReadOnlyList<Subscription>> DueAsync(LocalDate today, int take, CancellationToken cancellationToken) =>
        await _db.Context.Set<Subscription>()
            .Where(s => s.Status == SubscriptionStatus.Active && s.NextOn <= today && (s.RetryOn == null || s.RetryOn <= today))
            .OrderBy(s => s.NextOn).ThenBy(s => s.Id).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public async Task<IReadOnlySet<CustomerId>> ErasedAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken) =>
        (await _db.Context.Set<Customer>().IgnoreAutoIncludes().Where(c => ids.Contains(c.Id) && c.ErasedAt != null).Select(c => c.Id).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();

    public async Task<IReadOnlyList<SubscriptionSummary>> OfCustomerAsync(CustomerId customerId, int take, CancellationToken cancellationToken)
    {
        var rows = await _db.Context.Set<Subscription>().AsNoTracking().Where(s => s.CustomerId == customerId)
            .OrderByDescending(s => s.StartsOn).ThenByDescending(s => s.Id).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(s => new SubscriptionSummary(s.Id, s.Number, s.CustomerId, s.Sku, s.Status, s.UnitPrice, s.PeriodMonths, s.Periods, s.NextOn));
    }

    public async Task<IReadOnlyList<ContractCohort>> CohortsAsync(string? sku, int periodMonths, CancellationToken cancellationToken)
    {
        var contracts = _db.Context.Set<Subscription>().AsNoTracking().Where(s => s.PeriodMonths == periodMonths && s.Periods > 0 && (sku == null || s.Sku == sku));
        var rows = await contracts
            .GroupBy(s => new { s.StartsOn, s.Periods, IsCancelled = s.Status == SubscriptionStatus.Cancelled })
            .Select(g => new { g.Key.StartsOn, g.Key.Periods, g.Key.IsCancelled, Count = g.Count() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);

        // Days become months here: databases keep dates, and each says month in its own way.
        return [.. rows.GroupBy(r => new LocalDate(r.StartsOn.Year, r.StartsOn.Month, 1)).OrderBy(g => g.Key).Select(g => new ContractCohort(
            g.Key,
            [.. g.GroupBy(r => (r.Periods, r.IsCancelled)).OrderBy(c => c.Key.Periods).ThenBy(c => c.Key.IsCancelled)
                .Select(c => new ContractCount(c.Key.Periods - 1, c.Key.IsCancelled, c.Sum(r => r.Count)))]))];
    }

    public void Add(Subscription subscription) => _db.Context.Add(subscription);
}
