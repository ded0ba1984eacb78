using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Reads what customers bought from orders or from deals, where those areas are in use.</summary>
internal sealed class CampaignRevenueSource(CrmDb crm)
{
    private bool IsMapped(RevenueKind revenue) => crm.Maps(revenue == RevenueKind.Orders ? CrmAreas.Orders : CrmAreas.Sales);

    /// <summary>Who bought; null where nobody can say.</summary>
    public IQueryable<CustomerId>? Buyers(RevenueKind revenue, Instant from, Instant to) => !IsMapped(revenue) ? null
        : revenue == RevenueKind.Orders ? Orders(from, to).Select(o => o.CustomerId)
        : Won(from, to).Select(o => o.CustomerId);

    public async Task<IReadOnlyList<RevenueFact>> FactsAsync(RevenueKind revenue, Instant from, Instant to, CancellationToken cancellationToken)
    {
        if (!IsMapped(revenue))
        {
            return [];
        }

        if (revenue == RevenueKind.Deals)
        {
            var deals = await Won(from, to).Where(o => o.Amount != null).Select(o => new { o.Id, o.CustomerId, o.ClosedAt, o.Amount }).ToListAsync(cancellationToken).ConfigureAwait(false);
            return [.. deals.Select(d => new RevenueFact(d.Id.Value, d.CustomerId, d.ClosedAt!.Value, d.Amount!)).OrderBy(f => f.At).ThenBy(f => f.Id)];
        }

        // What came back later counts too, wherever it lies in time.
        var parts = await Orders(from, to).Join(crm.Context.Set<PurchaseFact>(), o => o.Id, f => f.OrderId, (o, f) => new { o.Id, o.CustomerId, o.PlacedAt, f.Amount })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. parts.GroupBy(p => p.Id)
                .Select(g => new RevenueFact(g.Key.Value, g.First().CustomerId, g.First().PlacedAt, g.Aggregate(Money.Zero(g.First().Amount.Currency), (sum, p) => sum + p.Amount)))
                .OrderBy(f => f.At).ThenBy(f => f.Id),
        ];
    }

    private IQueryable<Order> Orders(Instant from, Instant to) => crm.Context.Set<Order>().IgnoreAutoIncludes().AsNoTracking()
        .Where(o => o.PlacedAt >= from && o.PlacedAt < to && o.Status != OrderStatus.Cancelled);

    private IQueryable<Opportunity> Won(Instant from, Instant to) => crm.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking()
        .Where(o => o.Category == StageCategory.Won && o.ClosedAt >= from && o.ClosedAt < to);
}
