using System.Linq.Expressions;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Persistence.EfCore.Encryption;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Customers;

/// <summary>Compiles criteria on customers for the database of one context: to ask of a page of them, of few, or of all. An area that is not mapped has no facts.</summary>
internal sealed class CustomerSource(DbContext context, AskedOf asked = AskedOf.Page) : ICriteriaSource
{
    // Folded texts are in lower case, so LIKE of SQLite and of PostgreSQL agree.
#pragma warning disable CA1310 // Databases know no overload with a comparison.
    public Expression<Func<string, string, bool>> StartsWith { get; } = (text, beginning) => text.StartsWith(beginning);

    public Expression<Func<string, string, bool>> EndsWith { get; } = (text, end) => text.EndsWith(end);
#pragma warning restore CA1310

    // What is encrypted can be told to be the same, at best.
    public IReadOnlyList<string> OperatorsOf(LambdaExpression value, IReadOnlyList<string> operators)
    {
        var ciphers = EncryptedMembers.Of(context.Model, value);
        return ciphers.Count == 0 ? operators
            : [.. operators.Where(o => o is CriteriaOperators.IsEmpty or CriteriaOperators.IsNotEmpty
                || (ciphers.All(c => c.IsLookedUp) && o is CriteriaOperators.Equal or CriteriaOperators.NotEqual or CriteriaOperators.In or CriteriaOperators.NotIn))];
    }

    public IRelatedSet<TOwner, TItem>? Find<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>>? parts)
        where TOwner : class
        where TItem : class => context.Model.FindEntityType(typeof(TItem)) is null ? null : new CustomerRows<TItem>(context, asked) as IRelatedSet<TOwner, TItem>;
}
