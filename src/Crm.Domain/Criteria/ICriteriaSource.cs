using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>
/// Where a tree is evaluated: in memory (<see cref="InMemorySource"/>) or by a database. Expressions differ in nothing but what comes
/// from here.
/// </summary>
public interface ICriteriaSource
{
    /// <summary>Whether a folded text begins with another.</summary>
    Expression<Func<string, string, bool>> StartsWith { get; }

    /// <summary>Whether a folded text ends with another.</summary>
    Expression<Func<string, string, bool>> EndsWith { get; }

    /// <summary>The facts of one kind that belong to records of another.</summary>
    /// <typeparam name="TOwner">The records.</typeparam>
    /// <typeparam name="TItem">The facts.</typeparam>
    /// <param name="parts">The facts as parts of the record; null when they are records of another area.</param>
    /// <returns>The set; null when the area is not there.</returns>
    IRelatedSet<TOwner, TItem>? Find<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>>? parts)
        where TOwner : class
        where TItem : class;
}
