using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>What every list of customers shares: the reach of the reader, the order, and what is shown.</summary>
internal static class CustomerPages
{
    public static IQueryable<Customer> Within(this IQueryable<Customer> customers, CrmReach reach)
    {
        if (reach.Everything)
        {
            return customers;
        }

        var readable = reach.Only.Where(s => s.Kind == SubjectKinds.Customer).Select(s => CustomerId.From(s.Id)).ToList();
        return customers.Where(c => readable.Contains(c.Id));
    }

    public static async Task<Page<CustomerSummary>> ToPageAsync(this IQueryable<Customer> customers, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.After is { } after)
        {
            var (at, id) = (after.At, CustomerId.From(after.Id));
            customers = customers.Where(c => c.CreatedAt <= at && (c.CreatedAt < at || c.Id < id));
        }

        var rows = await customers
            .OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id)
            .Take(page.Take + 1)
            .ToSummaries()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, c => new PageKey(c.CreatedAt, c.Id.Value));
    }

    public static IQueryable<CustomerSummary> ToSummaries(this IQueryable<Customer> customers) => customers.Select(c => new CustomerSummary(
        c.Id,
        c is Person ? CustomerKind.Person : CustomerKind.Organisation,
        c.DisplayName,
        c.ContactPoints.Where(p => p.IsPrimary && p.Kind == ContactPointKind.Email).Select(p => p.Value).FirstOrDefault(),
        c.ContactPoints.Where(p => p.IsPrimary && p.Kind == ContactPointKind.Phone).Select(p => p.Value).FirstOrDefault()
            ?? c.ContactPoints.Where(p => p.IsPrimary && p.Kind == ContactPointKind.Mobile).Select(p => p.Value).FirstOrDefault(),
        c.CreatedAt));
}
