using System.Reflection;
using Crm.Domain.Primitives;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Stored names of events and the types behind them.</summary>
internal sealed class EventCatalog
{
    private readonly Dictionary<Type, CrmEventAttribute> _names = [];
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);

    /// <summary>All stored names.</summary>
    public IReadOnlyCollection<string> Names => _types.Keys;

    public EventCatalog(IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.Distinct().SelectMany(a => a.GetTypes()).Where(t => t is { IsClass: true, IsAbstract: false } && typeof(ICrmEvent).IsAssignableFrom(t)))
        {
            var name = type.GetCustomAttribute<CrmEventAttribute>()
                ?? throw new InvalidOperationException($"The event {type.Name} has no stored name. Give it [CrmEvent(\"area.what-happened\")].");
            if (!_types.TryAdd(name.Name, type))
            {
                throw new InvalidOperationException($"The events {type.Name} and {_types[name.Name].Name} have the same stored name {name.Name}.");
            }

            _names.Add(type, name);
        }
    }

    public CrmEventAttribute NameOf(ICrmEvent happened) => _names.TryGetValue(happened.GetType(), out var name)
        ? name
        : throw new InvalidOperationException(
            $"The event {happened.GetType().Name} is not known. Name its assembly in UseEntityFrameworkCore<TContext>(o => o.EventAssemblies.Add(…)).");

    public Type? TypeOf(string name) => _types.GetValueOrDefault(name);
}
