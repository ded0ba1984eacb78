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

    public async Task<IReadOnlyList<NetPurchase>> PurchasesAsync(CustomerId customerId, int take, CancellationToken cancellationToken)
    {
        var rows = await Facts(null).Where(f => f.CustomerId == customerId)
            .GroupBy(f => new { f.OrderId, f.LineNumber, f.Sku, f.Amount.Currency })
            .Select(g => new
            {
                g.Key,
                On = g.Min(f => f.PurchasedOn),
                Bought = g.Sum(f => f.Kind == PurchaseKind.Sale ? f.Quantity : 0),
                Quantity = g.Sum(f => f.Quantity),
                Amount = g.Sum(f => f.Amount.Amount),
            })
            .OrderByDescending(r => r.On).ThenByDescending(r => r.Key.OrderId).ThenBy(r => r.Key.LineNumber)
            .Take(take).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new NetPurchase(r.Key.OrderId, r.Key.LineNumber, r.Key.Sku, r.On, r.Bought, r.Quantity, new Money(r.Amount, r.Key.Currency)));
    }

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
