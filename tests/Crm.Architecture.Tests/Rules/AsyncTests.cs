using System.Reflection;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Names and cancellation of asynchronous methods (design, section 7).</summary>
public sealed class AsyncTests
{
    private static readonly IReadOnlyList<MethodInfo> s_methods =
    [
        .. House.PublicTypesOf(House.Packages)
            .Where(type => !type.IsDelegate())
            .SelectMany(type => type.GetMethods(Shapes.Declared))
            .Where(method => method.IsPublicOrProtected() && IsAsynchronous(method) && !IsDictatedFromOutside(method)),
    ];

    [Fact]
    public void AsyncMethod_Name_EndsInAsync() => s_methods
        .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal))
        .Select(Display)
        .ShouldKeep("a method that returns a task or an asynchronous sequence ends in Async");

    [Fact]
    public void MethodNamedAsync_IsAsynchronous() => House.PublicTypesOf(House.Packages)
        .SelectMany(type => type.GetMethods(Shapes.Declared).Where(method => method.IsPublicOrProtected() && method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAsynchronous(method)))
        .Select(Display)
        .ShouldKeep("only asynchronous methods end in Async");

    [Fact]
    public void AsyncMethod_LastParameter_IsCancellationToken() => s_methods
        .Where(method => method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken))
        .Select(Display)
        .ShouldKeep("an asynchronous method takes a CancellationToken last");

    [Fact]
    public void StoreMethod_CancellationToken_IsRequired() => s_methods
        .Where(method => IsStore(method.DeclaringType!) && method.GetParameters().LastOrDefault() is { IsOptional: true })
        .Select(Display)
        .ShouldKeep("store contracts require the CancellationToken");

    // Other contracts are called by the library as well as by hosts, so both forms are fine there.
    [Fact]
    public void ClassMethod_CancellationToken_IsDefaulted() => s_methods
        .Where(method => method.DeclaringType is { IsClass: true } type && !ImplementsContract(type, method)
            && method.GetParameters().LastOrDefault() is { IsOptional: false } last && last.ParameterType == typeof(CancellationToken))
        .Select(Display)
        .ShouldKeep("front doors and other public classes default the CancellationToken");

    [Fact]
    public void Store_Methods_NeverSave() => House.TypesOf(House.Packages)
        .Where(IsStore)
        .SelectMany(type => type.GetMethods().Where(method => method.Name.StartsWith("Save", StringComparison.Ordinal) || method.Name.StartsWith("Commit", StringComparison.Ordinal)))
        .Select(Display)
        .ShouldKeep("stores never save (section 4)");

    private static bool IsStore(Type type) => type is { IsInterface: true } && type.Name.StartsWith('I') && type.Name.EndsWith("Store", StringComparison.Ordinal);

    private static bool IsAsynchronous(MethodInfo method) => typeof(Task).IsAssignableFrom(method.ReturnType)
        || method.ReturnType == typeof(ValueTask)
        || (method.ReturnType.IsGenericType && method.ReturnType.GetGenericTypeDefinition() is var type && (type == typeof(ValueTask<>) || type == typeof(IAsyncEnumerable<>)));

    // Overrides of other libraries' members and their interfaces' methods have the names and parameters that those gave them.
    private static bool IsDictatedFromOutside(MethodInfo method) =>
        !House.Packages.Contains(method.GetBaseDefinition().DeclaringType!.Assembly)
        || (method.DeclaringType is { IsInterface: false } type && type.GetInterfaces()
            .Where(contract => !House.Packages.Contains(contract.Assembly))
            .Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method)));

    private static bool ImplementsContract(Type type, MethodInfo method) =>
        type.GetInterfaces().Any(contract => type.GetInterfaceMap(contract).TargetMethods.Contains(method)) || method.GetBaseDefinition() != method;

    private static string Display(MethodInfo method) => $"{method.DeclaringType}.{method.Name}({string.Join(", ", method.GetParameters().Select(p => p.ParameterType.Name))})";
}
