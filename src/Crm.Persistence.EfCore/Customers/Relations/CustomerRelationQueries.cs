using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

internal sealed class CustomerRelationQueries(CrmDb db) : ICustomerRelationQueries
{
    public async Task<Page<OrganisationMember>> PeopleAsync(CustomerId organisationId, bool activeOnly, PageRequest page, CancellationToken cancellationToken)
    {
        var memberships = db.Context.Set<Membership>().AsNoTracking().Where(m => m.OrganisationId == organisationId);
        if (activeOnly)
        {
            memberships = memberships.Where(m => m.IsActive);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, MembershipId.From(after.Id));
            memberships = memberships.Where(m => m.RecordedAt <= at && (m.RecordedAt < at || m.Id < id));
        }

        var rows = await memberships
            .OrderByDescending(m => m.RecordedAt).ThenByDescending(m => m.Id)
            .Take(page.Take + 1)
            .Join(
                db.Context.Set<Person>().AsNoTracking(),
                m => EF.Property<CustomerId>(m, "CustomerId"),
                p => p.Id,
                (m, p) => new OrganisationMember(m.Id, p.Id, p.DisplayName, m.OrganisationId, m.Role, m.Department, m.IsActive, m.IsPrimary, m.Since, m.Until, m.RecordedAt))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        rows.Sort((a, b) => b.RecordedAt == a.RecordedAt ? b.Id.CompareTo(a.Id) : b.RecordedAt.CompareTo(a.RecordedAt));
        return rows.ToPage(page, m => new PageKey(m.RecordedAt, m.Id.Value));
    }

    public async Task<IReadOnlyList<OrganisationNode>> AncestorsAsync(CustomerId organisationId, CancellationToken cancellationToken)
    {
        var organisations = db.Context.Set<Organisation>().AsNoTracking();
        var found = new List<OrganisationNode>();
        var next = await organisations.Where(o => o.Id == organisationId).Select(o => o.ParentId).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        while (next is { } id && found.Count < Organisation.MaxTreeDepth)
        {
            var node = await organisations.Where(o => o.Id == id).Select(o => new OrganisationNode(o.Id, o.ParentId, o.DisplayName))
                .SingleAsync(cancellationToken).ConfigureAwait(false);
            found.Add(node);
            next = node.ParentId;
        }

        return found;
    }

    public async Task<IReadOnlyList<IReadOnlyList<OrganisationNode>>> TreeAsync(CustomerId organisationId, CancellationToken cancellationToken)
    {
        var all = await Tree(organisationId).OfType<Organisation>().Select(o => new OrganisationNode(o.Id, o.ParentId, o.DisplayName))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var children = all.Where(o => o.Id != organisationId && o.ParentId is not null).ToLookup(o => o.ParentId!.Value);
        var levels = new List<IReadOnlyList<OrganisationNode>>();
        for (var level = all.FindAll(o => o.Id == organisationId); level.Count > 0; level = [.. level.SelectMany(o => children[o.Id])])
        {
            levels.Add([.. level.OrderBy(o => o.DisplayName, StringComparer.Ordinal).ThenBy(o => o.Id)]);
        }

        return levels;
    }

    public async Task<OrganisationRollUp> RollUpAsync(CustomerId organisationId, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var tree = Tree(organisationId).Select(c => c.Id);
        var organisations = await tree.CountAsync(cancellationToken).ConfigureAwait(false);
        var people = await context.Set<Membership>().Where(m => m.IsActive && tree.Contains(m.OrganisationId))
            .Select(m => EF.Property<CustomerId>(m, "CustomerId")).Distinct().CountAsync(cancellationToken).ConfigureAwait(false);
        var (cases, unresolved, orders, value) = (0, 0, 0, new List<Money>());
        if (db.Maps(CrmAreas.Service))
        {
            var ofTree = context.Set<ServiceCase>().Where(c => tree.Contains(c.CustomerId) || (c.OrganisationId != null && tree.Contains(c.OrganisationId.Value)));
            cases = await ofTree.CountAsync(cancellationToken).ConfigureAwait(false);
            unresolved = await ofTree.CountAsync(c => c.Category != CaseCategory.Resolved && c.Category != CaseCategory.Closed, cancellationToken).ConfigureAwait(false);
        }

        if (db.Maps(CrmAreas.Orders))
        {
            orders = await context.Set<Order>().CountAsync(o => tree.Contains(o.CustomerId), cancellationToken).ConfigureAwait(false);
            var sums = await context.Set<PurchaseFact>().Where(f => tree.Contains(f.CustomerId))
                .GroupBy(f => f.Amount.Currency).Select(g => new { Currency = g.Key, Total = g.Sum(f => f.Amount.Amount) })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            value = [.. sums.Select(s => new Money(s.Total, s.Currency)).OrderBy(m => m.Currency.Code, StringComparer.Ordinal)];
        }

        return new OrganisationRollUp(organisations, people, cases, unresolved, orders, value);
    }

    public Task HoldTreesAsync(CancellationToken cancellationToken) => DatabaseLocks.HoldAsync(db.Context, DatabaseLocks.OrganisationTrees, cancellationToken);

    // The recursion has no depth of its own: "union" ends it even where a cycle came from outside.
    private IQueryable<Customer> Tree(CustomerId organisationId)
    {
        var context = db.Context;
        var table = SqlName.OfTable(context, typeof(Customer));
        return context.Set<Customer>().FromSql(System.Runtime.CompilerServices.FormattableStringFactory.Create(
            "select c.* from " + table + " as c where c.\"Id\" in (with recursive tree(\"Id\") as (select o.\"Id\" from " + table
            + " as o where o.\"Id\" = {0} and o.\"CustomerKind\" = 'Organisation' union select o.\"Id\" from " + table
            + " as o join tree as t on o.\"ParentId\" = t.\"Id\") select t.\"Id\" from tree as t)",
            organisationId.Value)).AsNoTracking();
    }
}
