using System.Reflection;

namespace Crm.Domain.Tests.InMemory;

/// <summary>Stands for a contract of which a test needs some members; a call of another member says which one is missing.</summary>
public class Stub : DispatchProxy
{
    private readonly Dictionary<string, Func<object?[], object?>> _members = new(StringComparer.Ordinal);

    public static T Of<T>(params (string Member, Func<object?[], object?> Answer)[] members)
        where T : class
    {
        var made = Create<T, Stub>();
        foreach (var (member, answer) in members)
        {
            ((Stub)(object)made)._members.Add(member, answer);
        }

        return made;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        _members.TryGetValue(targetMethod!.Name, out var answer)
            ? answer(args ?? [])
            : throw new NotSupportedException($"The test has no {targetMethod.DeclaringType!.Name}.{targetMethod.Name}.");
}
