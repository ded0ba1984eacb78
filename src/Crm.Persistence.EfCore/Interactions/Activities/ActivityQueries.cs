using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class ActivityQueries(CrmDb db) : IActivityQueries
{
    private static readonly int s_audiences = Enum.GetValues<Audience>().Length;

    public async Task<Page<ActivitySummary>> ListAsync(
        ActivityCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Matching(criteria, reach, audiences);
        if (page.After is { Id: var last } after && last != Guid.Empty)
        {
            var (at, id) = (after.At, ActivityId.From(last));
            query = query.Where(a => a.PlannedAt >= at && (a.PlannedAt > at || a.Id > id));
        }

        var rows = await Rows(query.OrderBy(a => a.PlannedAt).ThenBy(a => a.Id), page, cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, a => new PageKey(a.PlannedAt, a.Id.Value));
    }

    public async Task<Page<ActivitySummary>> OverdueAsync(
        Instant now, ActivityCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Matching(criteria, reach, audiences).Where(a => a.OpenUntil < now);
        if (page.After is { Id: var last } after && last != Guid.Empty)
        {
            var (at, id) = (after.At, ActivityId.From(last));
            query = query.Where(a => a.OpenUntil >= at && (a.OpenUntil > at || a.Id > id));
        }

        var rows = await Rows(query.OrderBy(a => a.OpenUntil).ThenBy(a => a.Id), page, cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, a => new PageKey(a.OpenUntil!.Value, a.Id.Value));
    }

    public Task<Instant?> NextReminderAsync(CancellationToken cancellationToken) => db.Context.Set<Activity>().IgnoreAutoIncludes().AsNoTracking()
        .Where(a => a.NextReminderAt != null)
        .OrderBy(a => a.NextReminderAt)
        .Select(a => a.NextReminderAt)
        .FirstOrDefaultAsync(cancellationToken);

    private IQueryable<Activity> Matching(ActivityCriteria criteria, CrmReach reach, IReadOnlyList<Audience> audiences)
    {
        IQueryable<Activity> query = db.Context.Set<Activity>().IgnoreAutoIncludes().AsNoTracking();
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(a => a.CustomerId != null && readable.Contains(a.CustomerId.Value));
        }

        if (audiences.Count < s_audiences)
        {
            query = query.Where(a => audiences.Contains(a.Audience));
        }

        if (criteria.AssigneeId is not null)
        {
            var assignee = StorableText.Of(criteria.AssigneeId);
            query = query.Where(a => a.AssigneeId == assignee);
        }

        if (criteria.TeamId is not null)
        {
            var team = StorableText.Of(criteria.TeamId);
            query = query.Where(a => a.TeamId == team);
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(a => a.CustomerId == customer);
        }

        if (criteria.About is { } about)
        {
            var (kind, id) = (StorableText.Of(about.Kind), about.Id);
            query = query.Where(a => a.AboutId == id && a.AboutKind == kind);
        }

        if (criteria.Kinds.Count > 0)
        {
            var kinds = criteria.Kinds;
            query = query.Where(a => kinds.Contains(a.Kind));
        }

        if (criteria.Statuses.Count > 0)
        {
            var statuses = criteria.Statuses;
            query = query.Where(a => statuses.Contains(a.Status));
        }

        if (criteria.From is { } from)
        {
            query = query.Where(a => a.PlannedAt >= from);
        }

        return criteria.Until is { } until ? query.Where(a => a.PlannedAt < until) : query;
    }

    private static Task<List<ActivitySummary>> Rows(IQueryable<Activity> query, PageRequest page, CancellationToken cancellationToken) => query
        .Take(page.Take + 1)
        .Select(a => new ActivitySummary(
            a.Id, a.Kind, a.Subject, a.Status, a.Priority, a.CustomerId, a.AboutKind == null ? null : new SubjectReference(a.AboutKind, a.AboutId!.Value), a.AssigneeId, a.TeamId, a.Place, a.PlannedAt, a.DueAt, a.OpenUntil))
        .ToListAsync(cancellationToken);
}
