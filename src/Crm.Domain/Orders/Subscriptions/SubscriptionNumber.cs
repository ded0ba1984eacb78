using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>The number people quote for a subscription, such as <c>S-000042</c>; unique per tenant. Equality is by the text.</summary>
/// <param name="Value">The number as text; at most 32 characters.</param>
public sealed record SubscriptionNumber(string Value)
{
    /// <summary>Longest number.</summary>
    public const int MaxLength = 32;

    /// <summary>The number as text.</summary>
    public string Value { get; } = !SingleLine.TryClean(Value, MaxLength, out var clean) || clean.Length == 0
        ? throw new ArgumentException($"A subscription number has 1 to {MaxLength} characters.", nameof(Value))
        : clean;

    /// <summary>Makes a number from its place in the series.</summary>
    /// <param name="number">The place, from 1.</param>
    /// <returns>The number.</returns>
    public static SubscriptionNumber From(long number) => new(string.Create(CultureInfo.InvariantCulture, $"S-{number:D6}"));

    /// <summary>The number as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
