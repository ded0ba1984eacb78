using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

internal sealed class CaseLogQueries(CrmDb crm) : ICaseLogQueries
{
    private const int PerQuery = 500;

    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private IQueryable<ServiceCase> Cases => _db.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<CaseLog?> FindAsync(ServiceCaseId id, CancellationToken cancellationToken) =>
        await ReadAsync(Cases.Where(c => c.Id == id), cancellationToken).ConfigureAwait(false) is [var found] ? found : null;

    public async Task<Page<CaseLog>> ListAsync(CaseLogCriteria criteria, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Cases;
        if (criteria.Since is { } since)
        {
            query = query.Where(c => c.ClosedAt == null || c.UpdatedAt >= since);
        }

        if (criteria.Before is { } before)
        {
            query = query.Where(c => c.OpenedAt < before);
        }

        if (criteria.AsOf is { } asOf)
        {
            query = query.Where(c => c.OpenedAt <= asOf);
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(c => c.CustomerId == customer || c.OrganisationId == customer);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, ServiceCaseId.From(after.Id));
            query = query.Where(c => c.OpenedAt >= at && (c.OpenedAt > at || c.Id > id));
        }

        var rows = await ReadAsync(query.OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Take(page.Take + 1), cancellationToken).ConfigureAwait(false);
        var logs = rows.ToPage(page, c => new PageKey(c.OpenedAt, c.CaseId.Value));
        return criteria.AsOf is not { } until ? logs : logs with { Items = [.. logs.Items.Select(l => l.Until(until))] };
    }

    private async Task<List<CaseLog>> ReadAsync(IQueryable<ServiceCase> query, CancellationToken cancellationToken)
    {
        var cases = await query.Select(c => new { c.Id, c.Number, c.CustomerId, c.OrganisationId, c.OpenedAt }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var entries = new Dictionary<ServiceCaseId, IReadOnlyList<CaseLogEntry>>();
        foreach (var chunk in cases.Chunk(PerQuery))
        {
            foreach (var log in await OfAsync(_db.Context, [.. chunk.Select(c => c.Id)], cancellationToken).ConfigureAwait(false))
            {
                entries.Add(log.Key, [.. log]);
            }
        }

        return cases.ConvertAll(c => new CaseLog(c.Id, c.Number, c.CustomerId, c.OrganisationId, c.OpenedAt, entries.GetValueOrDefault(c.Id) ?? []));
    }

    /// <summary>The stored entries of cases in their order.</summary>
    public static async Task<ILookup<ServiceCaseId, CaseLogEntry>> OfAsync(DbContext context, IReadOnlyCollection<ServiceCaseId> ids, CancellationToken cancellationToken)
    {
        return (await context.Set<CaseLogEntry>().AsNoTracking().Where(e => ids.Contains(EF.Property<ServiceCaseId>(e, "CaseId"))).Select(e => new { CaseId = EF.Property<ServiceCaseId>(e, "CaseId"), Entry = e })
                .OrderBy(r => r.CaseId).ThenBy(r => r.Entry.Version).ThenBy(r => r.Entry.Place).ToListAsync(cancellationToken).ConfigureAwait(false))
            .ToLookup(r => r.CaseId, r => r.Entry);
    }
}
