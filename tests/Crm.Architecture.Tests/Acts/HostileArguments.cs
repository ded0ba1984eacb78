using System.Reflection;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Arguments that an act may refuse: one argument, or one member of a record argument, made unacceptable at a time.</summary>
internal static class HostileArguments
{
    private static readonly string?[] s_texts = [null, "", " ", "a\0b", "a\r\nb", new string('x', 1_000_001)];

    public static IEnumerable<object?[]> Of(object?[] good)
    {
        for (var position = 0; position < good.Length; position++)
        {
            foreach (var bad in Variants(good[position]))
            {
                var arguments = (object?[])good.Clone();
                arguments[position] = bad;
                yield return arguments;
            }
        }
    }

    private static IEnumerable<object?> Variants(object? good) => good switch
    {
        null => [],
        string => s_texts,
        Enum => [Enum.ToObject(good.GetType(), 12345)],
        int => [int.MinValue, -1, 0, int.MaxValue],
        decimal => [decimal.MinValue, -1m, 0m, 0.00001m, decimal.MaxValue],
        _ when good.GetType().IsId() => [Activator.CreateInstance(good.GetType())],
        _ when good.GetType().IsClass => [null, .. Copies(good)],
        _ => [],
    };

    // A record keeps its members in backing fields of the properties; values that check themselves have no such member to change.
    private static IEnumerable<object> Copies(object record)
    {
        var clone = record.GetType().GetMethod("<Clone>$");
        if (clone is null)
        {
            yield break;
        }

        foreach (var property in record.GetType().GetProperties().Where(property => property.SetMethod is not null))
        {
            foreach (var bad in Variants(property.GetValue(record)))
            {
                var copy = clone.Invoke(record, null)!;
                if (Set(property, copy, bad))
                {
                    yield return copy;
                }
            }
        }
    }

    private static bool Set(PropertyInfo property, object copy, object? value)
    {
        try
        {
            property.SetValue(copy, value);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}
