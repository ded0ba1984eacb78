using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>The facts of one kind that belong to records of another, as one target reads them.</summary>
/// <typeparam name="TOwner">The records.</typeparam>
/// <typeparam name="TItem">The facts.</typeparam>
public interface IRelatedSet<TOwner, TItem>
{
    /// <summary>The facts of one record.</summary>
    Expression<Func<TOwner, IEnumerable<TItem>>> Items { get; }

    /// <summary>Whether a record has such a fact.</summary>
    /// <param name="where">Which facts.</param>
    /// <returns>The condition on the record.</returns>
    Expression<Func<TOwner, bool>> Any(Expression<Func<TItem, bool>> where);

    /// <summary>Whether a record has no such fact.</summary>
    /// <param name="where">Which facts.</param>
    /// <returns>The condition on the record.</returns>
    Expression<Func<TOwner, bool>> None(Expression<Func<TItem, bool>> where);

    /// <summary>Whether the facts of a record that count pass a test that is not passed by none at all.</summary>
    /// <param name="where">Which facts count.</param>
    /// <param name="passes">The test on all of them.</param>
    /// <param name="each">The same condition, as it is asked of one record after the other.</param>
    /// <returns>The condition on the record; <paramref name="each"/> where a target has nothing better.</returns>
    Expression<Func<TOwner, bool>> Passing(Expression<Func<TItem, bool>> where, Expression<Func<IEnumerable<TItem>, bool>> passes, Expression<Func<TOwner, bool>> each) => each;
}
