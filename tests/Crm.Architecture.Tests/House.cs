using System.Reflection;
using Crm.Domain.Customers;
using Crm.Testing;

namespace Crm.Architecture.Tests;

/// <summary>The three packages and what the rules call things.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(CustomerId).Assembly;
    public static readonly Assembly Analytics = Assembly.Load("Crm.Analytics");
    public static readonly Assembly Persistence = Assembly.Load("Crm.Persistence.EfCore");
    public static readonly IReadOnlyList<Assembly> Packages = [Domain, Analytics, Persistence];

    /// <summary>Second-level namespaces of Crm.Domain that every area may use. Composition is in namespaces of the host's builder.</summary>
    public static readonly IReadOnlyList<string> Foundation = ["Primitives", "Values", "Time", "Access", "CustomFields", "Criteria"];

    // Extension methods of the hosts' builders stand in the builders' namespaces.
    private static readonly string[] s_namespaces = ["Crm.", "Microsoft.Extensions.DependencyInjection", "Microsoft.EntityFrameworkCore"];

    /// <summary>Whether the run rewrites the pinned files instead of comparing with them.</summary>
    public static bool Accepts { get; } = Environment.GetEnvironmentVariable("CRM_ACCEPT") == "1";

    public static string SourceFolder => RepositoryRoot.Combine("src");

    /// <summary>Hand-written types: no compiler-made closures and state machines, nothing from source generators of the SDK.</summary>
    public static IEnumerable<Type> TypesOf(params IEnumerable<Assembly> assemblies) => assemblies
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.Name.Contains('<', StringComparison.Ordinal)
            && (type.DeclaringType is null || !type.DeclaringType.Name.Contains('<', StringComparison.Ordinal))
            && type.Namespace is { } name && s_namespaces.Any(own => name.StartsWith(own, StringComparison.Ordinal)));

    public static IEnumerable<Type> PublicTypesOf(params IEnumerable<Assembly> assemblies) => TypesOf(assemblies).Where(type => type.IsVisible);

    /// <summary>Crm.Domain.Service.Anything → Service; null outside of a second-level namespace.</summary>
    public static string? AreaOf(string @namespace) =>
        @namespace.StartsWith("Crm.Domain.", StringComparison.Ordinal) ? @namespace.Split('.')[2] : null;
}
