using System.Runtime.CompilerServices;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class DeadlineAlarmStore(CrmDb crm, ExplicitRows explicitRows) : IDeadlineAlarmStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private IQueryable<ServiceDeadline> Watched => _db.Context.Set<ServiceDeadline>().AsNoTracking().Where(d => d.NextAlarmAt != null);

    public async Task<Instant?> NextAsync(CancellationToken cancellationToken) =>
        await Watched.OrderBy(d => d.NextAlarmAt).Select(d => d.NextAlarmAt).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    public async Task<Page<DueLevel>> UntilAsync(Instant until, PageRequest page, CancellationToken cancellationToken)
    {
        var due = Watched.Where(d => d.NextAlarmAt <= until);
        if (page.After is { } after)
        {
            var (at, id) = (after.At, ServiceDeadlineId.From(after.Id));
            due = due.Where(d => d.NextAlarmAt >= at && (d.NextAlarmAt > at || d.Id > id));
        }

        var rows = await due.OrderBy(d => d.NextAlarmAt).ThenBy(d => d.Id).Take(page.Take + 1)
            .Join(_db.Context.Set<ServiceCase>(), d => d.CaseId, c => c.Id, (d, c) => new DueLevel(d.Id, d.CaseId, c.Number, d.Target, d.Ordinal, d.NextAlarmAt!.Value, d.Due))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.OrderBy(d => d.At).ThenBy(d => d.DeadlineId).ToList().ToPage(page, d => new PageKey(d.At, d.DeadlineId.Value));
    }

    public async Task<IReadOnlyList<ClaimedDeadline>> ClaimAsync(Instant now, int take, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var ids = await HoldAsync(context, now, take, cancellationToken).ConfigureAwait(false);
        if (ids.Count == 0)
        {
            return [];
        }

        // What this unit of work read before may be older than the rows that it holds now.
        var held = ids.ToHashSet();
        foreach (var copy in context.ChangeTracker.Entries<ServiceDeadline>().Where(e => e.State == EntityState.Unchanged && held.Contains(e.Entity.Id)).ToList())
        {
            copy.State = EntityState.Detached;
        }

        var deadlines = await context.Set<ServiceDeadline>().Where(d => ids.Contains(d.Id)).ToListAsync(cancellationToken).ConfigureAwait(false);
        var raised = (await CaseDeadlineStore.OfAsync(context, ids, cancellationToken).ConfigureAwait(false)).ToLookup(r => r.DeadlineId, r => r.Level);
        var caseIds = deadlines.Select(d => d.CaseId).Distinct().ToList();
        var cases = await context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => caseIds.Contains(c.Id))
            .Select(c => new { c.Id, c.Number, c.CustomerId, c.OrganisationId, c.AssigneeId }).ToDictionaryAsync(c => c.Id, cancellationToken).ConfigureAwait(false);
        return deadlines.ConvertAll(d => cases[d.CaseId] is var c
            ? new ClaimedDeadline(d, raised[d.Id].ToHashSet(StringComparer.Ordinal), c.Number, c.CustomerId, c.OrganisationId, c.AssigneeId)
            : throw new InvalidOperationException("A deadline has its case."));
    }

    public async Task WriteAsync(
        IReadOnlyList<RaisedLevel> levels, IReadOnlyList<(ServiceCaseId CaseId, ITimelineEvent Event)> events, IReadOnlyList<EscalationDue> actions, CancellationToken cancellationToken)
    {
        var context = _db.Context;
        var ids = events.Select(e => e.CaseId).Distinct().ToList();
        var versions = await context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Version })
            .ToDictionaryAsync(c => c.Id, c => c.Version, cancellationToken).ConfigureAwait(false);

        // They follow what the case itself has raised so far, in their own order.
        var places = await context.Set<RaisedLevel>()
            .Join(context.Set<ServiceDeadline>().Where(d => ids.Contains(d.CaseId)), r => r.DeadlineId, d => d.Id, (r, d) => d.CaseId)
            .GroupBy(c => c).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken).ConfigureAwait(false);
        var acts = new List<(Guid Id, long Version, int Ordinal, ITimelineEvent Event)>(events.Count);
        foreach (var (id, happened) in events)
        {
            acts.Add((id.Value, versions[id], places[id] = places.GetValueOrDefault(id) + 1, happened));
        }

        await BulkInsert.WriteAsync(context, levels, cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteActsAsync(context, nameof(ServiceCase), acts, cancellationToken).ConfigureAwait(false);
        await explicitRows.WriteApartAsync(context, nameof(EscalationAction), actions, cancellationToken).ConfigureAwait(false);
    }

    // A transaction of SQLite is the only writer from its beginning, so nobody else can hold a row.
    private static async Task<List<ServiceDeadlineId>> HoldAsync(DbContext context, Instant now, int take, CancellationToken cancellationToken)
    {
        if (CrmDatabases.Of(context) != CrmDatabase.PostgreSql)
        {
            return await context.Set<ServiceDeadline>().Where(d => d.NextAlarmAt <= now).OrderBy(d => d.NextAlarmAt).ThenBy(d => d.Id).Select(d => d.Id).Take(take)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        }

        var tenant = context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true ? ((ICrmDbContext)context).CrmTenantId : null;
        var sql = "select \"Id\" as \"Value\" from " + SqlName.OfTable(context, typeof(ServiceDeadline)) + " where \"NextAlarmAt\" <= {0} "
            + (tenant is null ? string.Empty : "and \"TenantId\" = {2} ") + "order by \"NextAlarmAt\", \"Id\" limit {1} for update skip locked";
        object[] values = tenant is null ? [now.ToDateTimeUtc(), take] : [now.ToDateTimeUtc(), take, tenant];
        var held = await context.Database.SqlQuery<Guid>(FormattableStringFactory.Create(sql, values)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return held.ConvertAll(ServiceDeadlineId.From);
    }
}
