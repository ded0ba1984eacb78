using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class ServiceDeadlineQueries(CrmDb crm) : IServiceDeadlineQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    public async Task<Page<DeadlineSummary>> ListAsync(DeadlineCriteria criteria, Instant now, PageRequest page, CancellationToken cancellationToken)
    {
        var query = _db.Context.Set<ServiceDeadline>().AsNoTracking().Where(d => d.EndedAt == null && d.Due != null)
            .Join(_db.Context.Set<ServiceCase>(), d => d.CaseId, c => c.Id, (d, c) => new { Deadline = d, Case = c });
        if (criteria.Until is { } until)
        {
            query = query.Where(r => r.Deadline.Due <= until);
        }

        if (criteria.OnlyToCome)
        {
            query = query.Where(r => r.Deadline.Due >= now);
        }

        if (criteria.Target is { } target)
        {
            query = query.Where(r => r.Deadline.Target == target);
        }

        if (criteria.AssigneeId is not null)
        {
            var assignee = StorableText.Of(criteria.AssigneeId);
            query = query.Where(r => r.Case.AssigneeId == assignee);
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(r => r.Case.CustomerId == customer || r.Case.OrganisationId == customer);
        }

        if (criteria.QueueId is { } queue)
        {
            var work = _db.Context.Set<WorkItem>();
            query = query.Where(r => work.Any(i => i.CaseId == r.Case.Id && i.QueueId == queue && i.EndedAt == null));
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, ServiceDeadlineId.From(after.Id));
            query = query.Where(r => r.Deadline.Due >= at && (r.Deadline.Due > at || r.Deadline.Id > id));
        }

        var rows = await query.OrderBy(r => r.Deadline.Due).ThenBy(r => r.Deadline.Id).Take(page.Take + 1)
            .Select(r => new DeadlineSummary(
                r.Deadline.Id, r.Case.Id, r.Case.Number, r.Case.Subject, r.Case.CustomerId, r.Case.AssigneeId, r.Case.Priority, r.Deadline.Target, r.Deadline.Ordinal, r.Deadline.Due!.Value))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, d => new PageKey(d.Due, d.Id.Value));
    }

    public async Task<IReadOnlyList<ServiceDeadline>> OfCaseAsync(ServiceCaseId caseId, CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<ServiceDeadline>().AsNoTracking().Where(d => d.CaseId == caseId).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(d => d.StartedAt).ThenBy(d => d.Target).ThenBy(d => d.Ordinal)];
    }

    public async Task<IReadOnlyList<(SlaTarget Target, int Ordinal, RaisedLevel Raised)>> RaisedAsync(ServiceCaseId caseId, CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<ServiceDeadline>().AsNoTracking().Where(d => d.CaseId == caseId)
            .Join(_db.Context.Set<RaisedLevel>(), d => d.Id, r => r.DeadlineId, (d, r) => new { d.Target, d.Ordinal, Raised = r })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(r => r.Raised.RaisedAt).ThenBy(r => r.Raised.ReachedAt).ThenBy(r => r.Target).Select(r => (r.Target, r.Ordinal, r.Raised))];
    }
}
