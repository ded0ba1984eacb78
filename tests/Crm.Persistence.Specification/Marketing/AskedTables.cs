using System.Linq.Expressions;
using Crm.Domain.Criteria;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>A target that remembers which tables criteria ask for.</summary>
internal sealed class AskedTables : ICriteriaSource
{
    private readonly InMemorySource _memory = new();

    public HashSet<Type> Tables { get; } = [];

    public Expression<Func<string, string, bool>> StartsWith => _memory.StartsWith;

    public Expression<Func<string, string, bool>> EndsWith => _memory.EndsWith;

    public IReadOnlyList<string> OperatorsOf(LambdaExpression value, IReadOnlyList<string> operators) => operators;

    public IRelatedSet<TOwner, TItem>? Find<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>>? parts)
        where TOwner : class
        where TItem : class
    {
        Tables.Add(typeof(TItem));
        return _memory.With<TOwner, TItem>(_ => []).Find<TOwner, TItem>(null);
    }
}
