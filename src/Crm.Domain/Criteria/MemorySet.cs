using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

internal sealed class MemorySet<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>> items) : IRelatedSet<TOwner, TItem>
{
    public Expression<Func<TOwner, IEnumerable<TItem>>> Items => items;

    public Expression<Func<TOwner, bool>> Any(Expression<Func<TItem, bool>> where) => items.Then(Compose.Bind<IEnumerable<TItem>, Func<TItem, bool>, bool>((all, which) => all.Any(which), where));

    public Expression<Func<TOwner, bool>> None(Expression<Func<TItem, bool>> where) => Any(where).Negated();
}
