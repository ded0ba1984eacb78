using Crm.Domain.Access;
using Crm.Domain.Customers;
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
        IQueryable<ServiceCase> query = _db.Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking();
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(c => readable.Contains(c.CustomerId) || (c.OrganisationId != null && readable.Contains(c.OrganisationId.Value)));
        }

        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(c => c.CustomerId == customer || c.OrganisationId == customer);
        }

        if (criteria.Statuses.Count > 0)
        {
            var statuses = criteria.Statuses;
            query = query.Where(c => statuses.Contains(c.Status));
        }

        if (criteria.Categories.Count > 0)
        {
            var categories = criteria.Categories;
            query = query.Where(c => categories.Contains(c.Category));
        }

        if (criteria.AssigneeId is not null)
        {
            var assignee = StorableText.Of(criteria.AssigneeId);
            query = query.Where(c => c.AssigneeId == assignee);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, ServiceCaseId.From(after.Id));
            query = query.Where(c => c.OpenedAt <= at && (c.OpenedAt < at || c.Id < id));
        }

        var rows = await query
            .OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id)
            .Take(page.Take + 1)
            .Select(c => new CaseSummary(c.Id, c.Number, c.CustomerId, c.Subject, c.Status, c.Category, c.Priority, c.AssigneeId, c.OpenedAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, c => new PageKey(c.OpenedAt, c.Id.Value));
    }
}
