using System.Reflection;

namespace Crm.Architecture.Tests.Rules;

/// <summary>Codes are public API: each is the name of its describer method (D3).</summary>
public sealed class ErrorCodeTests
{
    private static readonly Type? s_describer = House.Domain.GetType("Crm.Domain.Primitives.CrmErrorDescriber");

    private static readonly IReadOnlyList<MethodInfo> s_methods =
    [
        .. (s_describer?.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) ?? [])
            .Where(method => method.ReturnType.FullName == "Crm.Domain.Primitives.CrmError"),
    ];

    [Fact]
    [Trait("Check", "XC-09")]
    public void DescriberMethod_Code_IsItsName() => s_methods
        .Select(method => (method, Error: (dynamic)method.Invoke(Activator.CreateInstance(s_describer!), [.. method.GetParameters().Select(p => SampleArguments.Of(p))])!))
        .Where(sample => (string)sample.Error.Code != sample.method.Name || string.IsNullOrWhiteSpace((string)sample.Error.Message) || ((string)sample.Error.Message).Contains('{', StringComparison.Ordinal))
        .Select(sample => $"{sample.method.Name}: code {sample.Error.Code}, message “{sample.Error.Message}”")
        .ShouldKeep("the code of an error is the name of its describer method, and its message is complete");

    [Fact]
    public void DescriberMethod_IsVirtualAndUnique()
    {
        s_methods.Where(method => !method.IsVirtual).Select(method => method.Name).ShouldKeep("hosts override every text: describer methods are virtual");
        s_methods.GroupBy(method => method.Name).Where(same => same.Count() > 1).Select(same => same.Key).ShouldKeep("one describer method per code");
    }
}
