using System.Linq.Expressions;

namespace Crm.Domain.Criteria;

/// <summary>Evaluates trees in memory. Facts of other areas come from where the caller says.</summary>
public sealed class InMemorySource : ICriteriaSource
{
    private readonly Dictionary<(Type Owner, Type Item), object> _sets = [];
    private readonly bool _knowsEverything;

    /// <summary>A source without facts of other areas, to which they are added.</summary>
    public InMemorySource()
    {
    }

    private InMemorySource(bool knowsEverything) => _knowsEverything = knowsEverything;

    /// <summary>Every area is there, and has no facts.</summary>
    internal static InMemorySource OfNothing { get; } = new(knowsEverything: true);

    /// <inheritdoc />
    public Expression<Func<string, string, bool>> StartsWith { get; } = (text, beginning) => text.StartsWith(beginning, StringComparison.Ordinal);

    /// <inheritdoc />
    public Expression<Func<string, string, bool>> EndsWith { get; } = (text, end) => text.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Says where the facts of a record are.</summary>
    /// <typeparam name="TOwner">The records.</typeparam>
    /// <typeparam name="TItem">The facts.</typeparam>
    /// <param name="items">The facts of one record; none, not null, where there are none.</param>
    /// <returns>This source.</returns>
    public InMemorySource With<TOwner, TItem>(Func<TOwner, IEnumerable<TItem>> items)
        where TOwner : class
        where TItem : class
    {
        ArgumentNullException.ThrowIfNull(items);
        _sets[(typeof(TOwner), typeof(TItem))] = new MemorySet<TOwner, TItem>(owner => items(owner));
        return this;
    }

    /// <inheritdoc />
    public IRelatedSet<TOwner, TItem>? Find<TOwner, TItem>(Expression<Func<TOwner, IEnumerable<TItem>>>? parts)
        where TOwner : class
        where TItem : class => parts is not null
            ? new MemorySet<TOwner, TItem>(parts)
            : _knowsEverything ? new MemorySet<TOwner, TItem>(_ => Array.Empty<TItem>())
            : _sets.GetValueOrDefault((typeof(TOwner), typeof(TItem))) as IRelatedSet<TOwner, TItem>;
}
