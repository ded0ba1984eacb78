using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Compiles criteria on customers for the database of one context. An area that is not mapped has no facts.</summary>
internal sealed class CustomerSource(DbContext context) : ICriteriaSource
{
    // Folded texts are in lower case, so LIKE of SQLite and of PostgreSQL agree.
#pragma warning disable CA1310 // Databases know no overload with a comparison.
    public Expression<Func<string, string, bool>> StartsWith { get; } = (text, beginning) => text.StartsWith(beginning);

    public Expression<Func<string, string, bool>> EndsWith { get; } = (text, end) => text.EndsWith(end);
#pragma warning restore CA1310

    public IRelatedSet<TOwner, TItem>? Find<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>>? parts)
        where TOwner : class
        where TItem : class => context.Model.FindEntityType(typeof(TItem)) is null ? null : new CustomerRows<TItem>(context) as IRelatedSet<TOwner, TItem>;
}
