using System.Globalization;
using System.Reflection;
using NodaTime;

namespace Crm.Architecture.Tests;

/// <summary>A valid argument for a parameter, by its type.</summary>
internal static class SampleArguments
{
    public static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 8, 0);

    private static readonly Dictionary<Type, Func<object>> s_samples = new()
    {
        [typeof(string)] = () => "sample",
        [typeof(int)] = () => 3,
        [typeof(long)] = () => 3L,
        [typeof(decimal)] = () => 3m,
        [typeof(double)] = () => 3d,
        [typeof(bool)] = () => true,
        [typeof(Guid)] = () => new Guid("01900000-0000-7000-8000-000000000001"),
        [typeof(Instant)] = () => Now,
        [typeof(LocalDate)] = () => new LocalDate(2026, 6, 1),
        [typeof(Duration)] = () => Duration.FromHours(1),
        [typeof(CultureInfo)] = () => CultureInfo.InvariantCulture,
        [typeof(CancellationToken)] = () => CancellationToken.None,
    };

    /// <summary>Teaches a sample of a type that is not built by its parts' samples alone.</summary>
    public static void Add<T>(Func<T> sample)
        where T : notnull => s_samples[typeof(T)] = () => sample();

    public static object? Of(ParameterInfo parameter) => parameter.HasDefaultValue && parameter.ParameterType.IsClass
        ? parameter.DefaultValue
        : Of(parameter.ParameterType) ?? throw new InvalidOperationException(
            $"No sample of {parameter.ParameterType} for {parameter.Member.DeclaringType}.{parameter.Member.Name}({parameter.Name}); add one to {nameof(SampleArguments)}.");

    private static object? Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (s_samples.TryGetValue(type, out var sample))
        {
            return sample();
        }

        if (type.IsId())
        {
            return type.GetMethod("From", [typeof(Guid)])!.Invoke(null, [s_samples[typeof(Guid)]()]);
        }

        if (type.IsEnum)
        {
            return type.GetEnumValues().GetValue(0);
        }

        if (type == typeof(Enum))
        {
            return DayOfWeek.Monday;
        }

        if (type.IsArray)
        {
            return Array.CreateInstance(type.GetElementType()!, 0);
        }

        if (type.IsGenericType && type.GetGenericArguments() is [var element] && typeof(IEnumerable<>).MakeGenericType(element) is var sequence
            && (type == sequence || type.IsAssignableFrom(element.MakeArrayType())))
        {
            return Array.CreateInstance(element, 0);
        }

        return type.IsInterface || type.IsAbstract ? null : FromConstructor(type);
    }

    private static object? FromConstructor(Type type)
    {
        foreach (var constructor in type.GetConstructors().OrderBy(c => c.GetParameters().Length))
        {
            var arguments = constructor.GetParameters().Select(p => p.ParameterType == type ? null : Of(p.ParameterType)).ToArray();
            if (!arguments.Contains(null))
            {
                try
                {
                    return constructor.Invoke(arguments);
                }
                catch (TargetInvocationException)
                {
                    // The parts' samples do not suit this type; it needs a sample of its own.
                }
            }
        }

        return null;
    }
}
