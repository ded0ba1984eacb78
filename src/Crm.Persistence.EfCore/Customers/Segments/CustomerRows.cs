using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>The rows of a table that belong to customers, by their column <c>CustomerId</c>.</summary>
internal sealed class CustomerRows<TItem>(DbContext context, AskedOf asked = AskedOf.Page) : IRelatedSet<Customer, TItem>
    where TItem : class
{
    private const string Owner = "CustomerId";

    private readonly IQueryable<TItem> _rows = context.Set<TItem>().IgnoreAutoIncludes();

    public Expression<Func<Customer, IEnumerable<TItem>>> Items
    {
        get
        {
            var rows = _rows;
            return customer => rows.Where(r => EF.Property<CustomerId>(r, Owner) == customer.Id);
        }
    }

    // The database seeks the rows once by their own index, instead of asking for each customer.
    public Expression<Func<Customer, bool>> Any(Expression<Func<TItem, bool>> where)
    {
        if (asked == AskedOf.Few)
        {
            return OfEach(where);
        }

        var owners = _rows.Where(where).Select(r => EF.Property<CustomerId>(r, Owner));
        return customer => owners.Contains(customer.Id);
    }

    public Expression<Func<Customer, bool>> None(Expression<Func<TItem, bool>> where)
    {
        if (asked != AskedOf.Few && CrmDatabases.Of(context) == CrmDatabase.Sqlite)
        {
            var owners = _rows.Where(where).Select(r => EF.Property<CustomerId>(r, Owner));
            return customer => !owners.Contains(customer.Id);
        }

        // "Not in" would be a list in memory; "not exists" is a join.
        var any = OfEach(where);
        return Expression.Lambda<Func<Customer, bool>>(Expression.Not(any.Body), any.Parameters);
    }

    // One pass over the rows, instead of a look-up for each customer.
    public Expression<Func<Customer, bool>> Passing(
        Expression<Func<TItem, bool>> where, Expression<Func<IEnumerable<TItem>, bool>> passes, Expression<Func<Customer, bool>> each)
    {
        if (asked != AskedOf.All)
        {
            return each;
        }

        var group = Expression.Parameter(typeof(IGrouping<CustomerId, TItem>), "g");
        var having = Expression.Lambda<Func<IGrouping<CustomerId, TItem>, bool>>(new Placing(passes.Parameters[0], group).Visit(passes.Body), group);
        var owners = _rows.Where(where).GroupBy(r => EF.Property<CustomerId>(r, Owner)).Where(having).Select(g => g.Key);
        return customer => owners.Contains(customer.Id);
    }

    private Expression<Func<Customer, bool>> OfEach(Expression<Func<TItem, bool>> where)
    {
        var rows = _rows.Where(where);
        return customer => rows.Any(r => EF.Property<CustomerId>(r, Owner) == customer.Id);
    }
}
