using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class PipelineReportQueries(CrmDb crm) : IPipelineReportQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public async Task<IReadOnlyList<FurthestCount>> FurthestAsync(PipelineId pipelineId, Interval? openedWithin, CancellationToken cancellationToken)
    {
        var query = Opportunities(pipelineId);
        if (openedWithin is { } time)
        {
            var (from, until) = Bounds(time);
            query = query.Where(o => o.OpenedAt >= from && o.OpenedAt < until);
        }

        var rows = await query.GroupBy(o => new { o.FurthestStage, o.Category }).Select(g => new { g.Key.FurthestStage, g.Key.Category, Count = g.LongCount() })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new FurthestCount(r.FurthestStage, r.Category, r.Count));
    }

    public async Task<IReadOnlyList<StagePassage>> PassagesAsync(PipelineId pipelineId, Interval? enteredWithin, CancellationToken cancellationToken)
    {
        var query = _db.Context.Set<OpportunityStageVisit>().AsNoTracking().Where(v => v.PipelineId == pipelineId && v.Category == StageCategory.Open);
        if (enteredWithin is { } time)
        {
            var (from, until) = Bounds(time);
            query = query.Where(v => v.EnteredAt >= from && v.EnteredAt < until);
        }

        var rows = await query.GroupBy(v => new { v.Stage, v.Next }).Select(g => new { g.Key.Stage, g.Key.Next, Count = g.LongCount(), Seconds = g.Sum(v => v.Seconds) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(r => new StagePassage(r.Stage, r.Next, r.Count, r.Seconds ?? 0));
    }

    public async Task<IReadOnlyList<ClosedTotal>> ClosedAsync(PipelineId pipelineId, Interval? closedWithin, CancellationToken cancellationToken)
    {
        var query = Opportunities(pipelineId).Where(o => o.ClosedAt != null);
        if (closedWithin is { } time)
        {
            var (from, until) = Bounds(time);
            query = query.Where(o => o.ClosedAt >= from && o.ClosedAt < until);
        }

        var worth = await query.Where(o => o.Amount != null).GroupBy(o => new { o.Category, o.Amount!.Currency })
            .Select(g => new { g.Key.Category, g.Key.Currency, Count = g.LongCount(), Amount = g.Sum(o => o.Amount!.Amount), Seconds = g.Sum(o => o.CycleSeconds) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var unknown = await query.Where(o => o.Amount == null).GroupBy(o => o.Category)
            .Select(g => new { Category = g.Key, Count = g.LongCount(), Seconds = g.Sum(o => o.CycleSeconds) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. worth.Select(t => new ClosedTotal(t.Category, t.Currency, t.Count, t.Amount, t.Seconds ?? 0)),
            .. unknown.Select(t => new ClosedTotal(t.Category, null, t.Count, 0, t.Seconds ?? 0)),
        ];
    }

    private IQueryable<Opportunity> Opportunities(PipelineId pipelineId) =>
        _db.Context.Set<Opportunity>().IgnoreAutoIncludes().AsNoTracking().Where(o => o.PipelineId == pipelineId);

    private static (Instant From, Instant Until) Bounds(Interval time) => (
        time.HasStart ? Instant.Max(time.Start, Instant.FromUtc(1, 1, 1, 0, 0)) : Instant.FromUtc(1, 1, 1, 0, 0),
        time.HasEnd ? Instant.Min(time.End, Instant.FromUtc(9999, 12, 31, 0, 0)) : Instant.FromUtc(9999, 12, 31, 0, 0));
}
