using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Orders;

internal sealed class PurchaseQueries(CrmDb crm) : IPurchaseQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Orders);

    public async Task<IReadOnlyList<PurchaseFact>> HistoryAsync(CustomerId customerId, CancellationToken cancellationToken) =>
        await Facts(null).Where(f => f.CustomerId == customerId)
            .OrderByDescending(f => f.PurchasedOn).ThenByDescending(f => f.OccurredAt)
            .ThenByDescending(f => f.OrderId).ThenByDescending(f => f.Ordinal)
            .ToListAsync(cancellationToken).ConfigureAwait(false);

    public IAsyncEnumerable<PurchaseFact> StreamAsync(LocalDate? through, CancellationToken cancellationToken) => Facts(through).AsAsyncEnumerable();

    public async Task<IReadOnlyList<CustomerPurchaseSummary>> SummariesAsync(Currency currency, LocalDate? through, CancellationToken cancellationToken)
    {
        var facts = Facts(through).Where(f => f.Amount.Currency == currency);
        var sales = facts.Where(f => f.Kind == PurchaseKind.Sale);
        var days = sales.GroupBy(f => f.CustomerId).Select(g => new
        {
            CustomerId = g.Key,
            Days = g.Select(f => f.PurchasedOn).Distinct().Count(),
            First = g.Min(f => f.PurchasedOn),
            Last = g.Max(f => f.PurchasedOn),
            Orders = g.Select(f => f.OrderId).Distinct().Count(),
        });
        var totals = await facts.GroupBy(f => f.CustomerId).Select(g => new { CustomerId = g.Key, Total = g.Sum(f => f.Amount.Amount) })
            .ToDictionaryAsync(t => t.CustomerId, t => t.Total, cancellationToken).ConfigureAwait(false);
        var firsts = await sales
            .Join(days, f => f.CustomerId, d => d.CustomerId, (f, d) => new { f.CustomerId, f.PurchasedOn, d.First, f.Amount.Amount })
            .Where(f => f.PurchasedOn == f.First)
            .GroupBy(f => f.CustomerId).Select(g => new { CustomerId = g.Key, Total = g.Sum(f => f.Amount) })
            .ToDictionaryAsync(t => t.CustomerId, t => t.Total, cancellationToken).ConfigureAwait(false);
        var repeats = await facts
            .Join(days, f => f.CustomerId, d => d.CustomerId, (f, d) => new { f.CustomerId, f.PurchasedOn, d.First, f.Amount.Amount })
            .Where(f => f.PurchasedOn > f.First)
            .GroupBy(f => f.CustomerId).Select(g => new { CustomerId = g.Key, Total = g.Sum(f => f.Amount) })
            .ToDictionaryAsync(t => t.CustomerId, t => t.Total, cancellationToken).ConfigureAwait(false);
        var rows = await days.OrderBy(d => d.CustomerId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(d => new CustomerPurchaseSummary(
            d.CustomerId, d.Days, d.First, d.Last, d.Orders, new Money(totals[d.CustomerId], currency), new Money(firsts[d.CustomerId], currency),
            new Money(repeats.GetValueOrDefault(d.CustomerId), currency)));
    }

    public async Task<IReadOnlyList<OrderSummary>> OrdersAsync(CustomerId customerId, int take, CancellationToken cancellationToken)
    {
        var orders = await _db.Context.Set<Order>().IgnoreAutoIncludes().AsNoTracking().Where(o => o.CustomerId == customerId)
            .OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return orders.ConvertAll(o => new OrderSummary(o.Id, o.Number, o.Status, o.PurchasedOn, o.Total));
    }

    private IQueryable<PurchaseFact> Facts(LocalDate? through)
    {
        var facts = _db.Context.Set<PurchaseFact>().AsNoTracking();
        return through is { } last ? facts.Where(f => f.PurchasedOn <= last) : facts;
    }
}
