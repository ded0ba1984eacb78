using Crm.Domain.Customers;
using Crm.Domain.Insights;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Customers;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Insights;

internal sealed class InsightQueries(CrmDb crm) : IInsightQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Insights);

    private IQueryable<InsightRun> Runs => _db.Context.Set<InsightRun>().AsNoTracking();

    /// <summary>The figures on a living customer with their run, in two commands.</summary>
    public static async Task<ExplainedInsight?> ExplainAsync(CrmDb db, CustomerId id, CancellationToken cancellationToken)
    {
        var found = await db.Context.Set<CustomerInsight>().AsNoTracking().SingleOrDefaultAsync(i => i.CustomerId == id, cancellationToken).ConfigureAwait(false);
        return found is null ? null
            : new(found, InsightRunSummary.Of(await db.Context.Set<InsightRun>().AsNoTracking().SingleAsync(r => r.Id == found.RunId, cancellationToken).ConfigureAwait(false)));
    }

    public async Task<ExplainedInsight?> FindAsync(CustomerId customerId, CancellationToken cancellationToken) =>
        await ExplainAsync(_db, customerId, cancellationToken).ConfigureAwait(false)
        ?? (await Tombstones.SurvivorOfAsync(_db, customerId, cancellationToken).ConfigureAwait(false) is { } living
            ? await ExplainAsync(_db, living, cancellationToken).ConfigureAwait(false)
            : null);

    public async Task<InsightPage> ListAsync(InsightCriteria criteria, CancellationToken cancellationToken)
    {
        var rows = _db.Context.Set<CustomerInsight>().AsNoTracking();
        if (criteria.Segment is { } segment)
        {
            var wanted = StorableText.Of(segment);
            rows = rows.Where(i => i.Segment == wanted);
        }

        if (criteria.ChurnFrom is { } least)
        {
            rows = rows.Where(i => i.ChurnProbability >= least);
        }

        var found = await Ordered(rows, criteria).Take(criteria.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        if (found.Count <= criteria.Take)
        {
            return new(found, null);
        }

        found.RemoveAt(criteria.Take);
        return new(found, InsightPageKey.Of(found[^1], criteria.Order));
    }

    public async Task<Page<InsightRunSummary>> RunsAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var runs = Runs;
        if (page.After is { } after)
        {
            var id = InsightRunId.From(after.Id);
            runs = runs.Where(r => r.StartedAt < after.At || (r.StartedAt == after.At && r.Id < id));
        }

        var found = await runs.OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ConvertAll(InsightRunSummary.Of).ToPage(page, r => new PageKey(r.StartedAt, r.Id.Value));
    }

    public async Task<InsightRunSummary?> FindRunAsync(InsightRunId id, CancellationToken cancellationToken) =>
        await Runs.SingleOrDefaultAsync(r => r.Id == id, cancellationToken).ConfigureAwait(false) is { } run ? InsightRunSummary.Of(run) : null;

    // Both keys run the same way, so that the index is read in its order or backwards.
    private static IQueryable<CustomerInsight> Ordered(IQueryable<CustomerInsight> rows, InsightCriteria criteria)
    {
        var after = criteria.After;
        var (number, day, id) = (after?.Number, after?.Day, after?.CustomerId ?? default);
        switch (criteria.Order)
        {
            case InsightOrder.Overdue:
                rows = after is null ? rows.Where(i => i.OverdueSince != null)
                    : rows.Where(i => i.OverdueSince > day || (i.OverdueSince == day && i.CustomerId > id));
                return rows.OrderBy(i => i.OverdueSince).ThenBy(i => i.CustomerId);
            case InsightOrder.LifetimeValue:
                rows = after is null ? rows.Where(i => i.LifetimeValue != null)
                    : rows.Where(i => i.LifetimeValue < number || (i.LifetimeValue == number && i.CustomerId < id));
                return rows.OrderByDescending(i => i.LifetimeValue).ThenByDescending(i => i.CustomerId);
            default:
                rows = after is null ? rows.Where(i => i.ChurnProbability != null)
                    : rows.Where(i => i.ChurnProbability < number || (i.ChurnProbability == number && i.CustomerId < id));
                return rows.OrderByDescending(i => i.ChurnProbability).ThenByDescending(i => i.CustomerId);
        }
    }
}
