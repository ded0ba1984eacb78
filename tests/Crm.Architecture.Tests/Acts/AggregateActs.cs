using System.Reflection;

namespace Crm.Architecture.Tests.Acts;

/// <summary>The public methods of every aggregate that has a set-up.</summary>
internal static class AggregateActs
{
    public static IReadOnlyList<AggregateAct> All { get; } =
    [
        .. AggregateSetups.All.SelectMany(setup => setup.Type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => !method.IsSpecialName && method.DeclaringType!.IsAggregate() && method.GetBaseDefinition().DeclaringType != typeof(object))
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .Select(method => new AggregateAct(setup, method))),
    ];
}
