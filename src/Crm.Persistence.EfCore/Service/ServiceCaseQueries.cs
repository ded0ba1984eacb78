using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceCaseQueries(CrmDb crm) : IServiceCaseQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<Page<CaseSummary>> ListAsync(CaseCriteria criteria, CrmReach reach, PageRequest page, CancellationToken cancellationToken)
    {
        var after = page.After is { } key ? new CasePageKey(0, key.At, ServiceCaseId.From(key.Id)) : null;
        var rows = await RowsAsync(criteria, reach, CaseOrder.Newest, page.Take + 1, after, cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, c => new PageKey(c.OpenedAt, c.Id.Value));
    }

    public async Task<CasePage> ListAsync(CaseCriteria criteria, CrmReach reach, CaseOrder order, int take, CasePageKey? after, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(criteria, reach, order, take + 1, after, cancellationToken).ConfigureAwait(false);
        if (rows.Count <= take)
        {
            return new(rows, null);
        }

        rows.RemoveAt(take);
        var last = rows[^1];
        return new(rows, new(ServiceCase.RankOf(last.Priority), order == CaseOrder.LongestWaiting ? last.AwaitingSince!.Value : last.OpenedAt, last.Id));
    }

    public async Task<CaseCounts> CountAsync(CaseCriteria criteria, CrmReach reach, CancellationToken cancellationToken)
    {
        var rows = await CaseFilter.Cases(_db.Context, criteria, reach)
            .GroupBy(c => new { c.Status, c.Category, c.Priority })
            .Select(g => new { g.Key.Status, g.Key.Category, g.Key.Priority, Count = g.LongCount() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return new(
        [
            .. rows.OrderBy(r => r.Category).ThenBy(r => r.Status.Value, StringComparer.Ordinal).ThenBy(r => r.Priority).Select(r => new CaseTally(r.Status, r.Category, r.Priority, r.Count)),
        ]);
    }

    private Task<List<CaseSummary>> RowsAsync(CaseCriteria criteria, CrmReach reach, CaseOrder order, int take, CasePageKey? after, CancellationToken cancellationToken) =>
        Ordered(CaseFilter.Cases(_db.Context, criteria, reach), order, after)
            .Take(take)
            .Select(c => new CaseSummary(c.Id, c.Number, c.CustomerId, c.Subject, c.Status, c.Category, c.Priority, c.AssigneeId, c.OpenedAt)
            {
                Type = c.Type, AwaitingSince = c.AwaitingSince, UpdatedAt = c.UpdatedAt,
            })
            .ToListAsync(cancellationToken);

    private static IQueryable<ServiceCase> Ordered(IQueryable<ServiceCase> query, CaseOrder order, CasePageKey? after)
    {
        var (rank, at, id) = after ?? new CasePageKey(0, default, default);
        switch (order)
        {
            case CaseOrder.LongestWaiting:
                query = after is null
                    ? query.Where(c => c.AwaitingSince != null)
                    : query.Where(c => c.AwaitingSince != null && c.AwaitingSince >= at && (c.AwaitingSince > at || c.Id > id));
                return query.OrderBy(c => c.AwaitingSince).ThenBy(c => c.Id);
            case CaseOrder.MostUrgent:
                query = after is null ? query : query.Where(c => c.Rank >= rank && (c.Rank > rank || (c.OpenedAt >= at && (c.OpenedAt > at || c.Id > id))));
                return query.OrderBy(c => c.Rank).ThenBy(c => c.OpenedAt).ThenBy(c => c.Id);
            default:
                query = after is null ? query : query.Where(c => c.OpenedAt <= at && (c.OpenedAt < at || c.Id < id));
                return query.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id);
        }
    }
}
