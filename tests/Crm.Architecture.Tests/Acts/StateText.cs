using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Everything an object holds, as text: two texts differ when any field below it does.</summary>
internal static class StateText
{
    // The version and the pending events are what the tests compare by themselves.
    private static readonly string[] s_leftOut = ["<Version>k__BackingField", "_pendingEvents"];

    public static string Of(object value)
    {
        var text = new StringBuilder();
        Write(value, text, new HashSet<object>(ReferenceComparer.Instance), depth: 0);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, HashSet<object> seen, int depth)
    {
        if (value is null or string || value.GetType() is { IsPrimitive: true } or { IsEnum: true } || value is decimal or Type or CultureInfo or Delegate)
        {
            text.Append(CultureInfo.InvariantCulture, $"{value ?? "null"}");
        }
        else if (!value.GetType().IsValueType && !seen.Add(value))
        {
            text.Append("(seen)");
        }
        else if (value is IEnumerable items)
        {
            foreach (var item in items)
            {
                text.AppendLine().Append(' ', depth * 2).Append("- ");
                Write(item, text, seen, depth + 1);
            }
        }
        else
        {
            foreach (var field in Fields(value.GetType()))
            {
                text.AppendLine().Append(' ', depth * 2).Append(field.Name).Append(": ");
                Write(field.GetValue(value), text, seen, depth + 1);
            }
        }
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (var field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(field => !s_leftOut.Contains(field.Name)))
            {
                yield return field;
            }
        }
    }

    private sealed class ReferenceComparer : IEqualityComparer<object>
    {
        public static readonly ReferenceComparer Instance = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object value) => RuntimeHelpers.GetHashCode(value);
    }
}
