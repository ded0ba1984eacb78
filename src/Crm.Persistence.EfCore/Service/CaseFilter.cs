using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Service;

/// <summary>What the criteria of lists mean in SQL; lists and counts share it.</summary>
internal static class CaseFilter
{
    public static IQueryable<ServiceCase> Cases(DbContext context, CaseCriteria criteria, CrmReach reach)
    {
        IQueryable<ServiceCase> query = context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking();
        if (!reach.Everything)
        {
            var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
            query = query.Where(c => readable.Contains(c.CustomerId) || (c.OrganisationId != null && readable.Contains(c.OrganisationId.Value)));
        }

        return Within(Of(Standing(query, criteria), context, criteria), criteria);
    }

    private static IQueryable<ServiceCase> Standing(IQueryable<ServiceCase> query, CaseCriteria criteria)
    {
        // What still needs work is in indexes of its own, which these words name.
        if (criteria.Categories.Count == 2 && criteria.Categories.Contains(CaseCategory.Open) && criteria.Categories.Contains(CaseCategory.Paused))
        {
            query = query.Where(c => c.ResolvedAt == null && c.ClosedAt == null);
        }
        else if (criteria.Categories is [var category])
        {
            query = query.Where(c => c.Category == category);
        }
        else if (criteria.Categories.Count > 0)
        {
            var categories = criteria.Categories;
            query = query.Where(c => categories.Contains(c.Category));
        }

        if (criteria.Statuses is [var status])
        {
            query = query.Where(c => c.Status == status);
        }
        else if (criteria.Statuses.Count > 0)
        {
            var statuses = criteria.Statuses;
            query = query.Where(c => statuses.Contains(c.Status));
        }

        if (criteria.Priorities.Count > 0)
        {
            var priorities = criteria.Priorities;
            query = query.Where(c => priorities.Contains(c.Priority));
        }

        return query;
    }

    private static IQueryable<ServiceCase> Of(IQueryable<ServiceCase> query, DbContext context, CaseCriteria criteria)
    {
        if (criteria.CustomerId is { } customer)
        {
            query = query.Where(c => c.CustomerId == customer || c.OrganisationId == customer);
        }

        if (criteria.AssigneeId is not null)
        {
            var assignee = StorableText.Of(criteria.AssigneeId);
            query = query.Where(c => c.AssigneeId == assignee);
        }

        if (criteria.IsUnassigned)
        {
            query = query.Where(c => c.AssigneeId == null);
        }

        if (criteria.QueueId is { } queue)
        {
            query = query.Where(c => context.Set<WorkItem>().Any(i => i.CaseId == c.Id && i.QueueId == queue && i.EndedAt == null));
        }

        if (criteria.Types.Count > 0)
        {
            var types = criteria.Types.Select(StorableText.Of).ToList();
            query = query.Where(c => c.Type != null && types.Contains(c.Type));
        }

        return criteria.ParentId is { } parent ? query.Where(c => c.ParentId == parent) : query;
    }

    private static IQueryable<ServiceCase> Within(IQueryable<ServiceCase> query, CaseCriteria criteria)
    {
        if (criteria.OpenedFrom is { } openedFrom)
        {
            query = query.Where(c => c.OpenedAt >= openedFrom);
        }

        if (criteria.OpenedBefore is { } openedBefore)
        {
            query = query.Where(c => c.OpenedAt < openedBefore);
        }

        if (criteria.UpdatedFrom is { } updatedFrom)
        {
            query = query.Where(c => c.UpdatedAt >= updatedFrom);
        }

        return criteria.UpdatedBefore is { } updatedBefore ? query.Where(c => c.UpdatedAt < updatedBefore) : query;
    }
}
