using Crm.Domain.Primitives;

namespace Crm.Architecture.Tests.Acts;

/// <summary>How the tests make one aggregate, and what an act needs that samples of its parameters' types do not give.</summary>
internal sealed class AggregateSetup
{
    private readonly Dictionary<string, Func<IAggregateRoot, object?[]?>> _before = new(StringComparer.Ordinal);

    private AggregateSetup(Type type, Func<IAggregateRoot> build) => (Type, Build) = (type, build);

    public Type Type { get; }

    /// <summary>A new aggregate on which most acts are permitted.</summary>
    public Func<IAggregateRoot> Build { get; }

    public static AggregateSetup Of<T>(Func<T> build)
        where T : class, IAggregateRoot => new(typeof(T), build);

    /// <summary>Brings the aggregate into a state in which the act is permitted.</summary>
    public AggregateSetup Before<T>(string act, Action<T> prepare)
        where T : class, IAggregateRoot => Before<T>(act, aggregate =>
        {
            prepare(aggregate);
            return null;
        });

    /// <summary>The same, and gives the act's arguments.</summary>
    public AggregateSetup Before<T>(string act, Func<T, object?[]?> prepare)
        where T : class, IAggregateRoot
    {
        _before.Add(act, aggregate => prepare((T)aggregate));
        return this;
    }

    /// <summary>Acts that a set-up was written for.</summary>
    public IEnumerable<string> Prepared => _before.Keys;

    public object?[]? Prepare(string act, IAggregateRoot aggregate) => _before.TryGetValue(act, out var prepare) ? prepare(aggregate) : null;
}
