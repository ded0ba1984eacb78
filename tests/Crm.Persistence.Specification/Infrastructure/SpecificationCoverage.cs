using System.Reflection;

namespace Crm.Persistence.Specification.Infrastructure;

/// <summary>Finds suites that a provider does not run.</summary>
public static class SpecificationCoverage
{
    public static IReadOnlyList<string> Missing(Assembly provider)
    {
        var run = provider.GetTypes().Where(t => !t.IsAbstract).SelectMany(Ancestors).ToHashSet();
        return
        [
            .. typeof(SpecificationCoverage).Assembly.GetTypes()
                .Where(t => t is { IsAbstract: true, IsGenericTypeDefinition: true } && t != typeof(CrmSpecification<>) && Ancestors(t).Contains(typeof(CrmSpecification<>)))
                .Where(t => !run.Contains(t))
                .Select(t => t.FullName!)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor.IsGenericType ? ancestor.GetGenericTypeDefinition() : ancestor;
        }
    }
}
