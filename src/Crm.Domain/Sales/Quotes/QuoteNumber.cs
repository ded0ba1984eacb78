using System.Globalization;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>The number people quote for a quote, such as <c>Q-000042</c>; unique per tenant, the same through all its revisions.</summary>
/// <param name="Value">The number as text; at most 32 characters.</param>
public sealed record QuoteNumber(string Value)
{
    /// <summary>Longest number.</summary>
    public const int MaxLength = 32;

    /// <summary>The number as text.</summary>
    public string Value { get; } = !SingleLine.TryClean(Value, MaxLength, out var clean) || clean.Length == 0
        ? throw new ArgumentException($"A quote number has 1 to {MaxLength} characters.", nameof(Value))
        : clean;

    /// <summary>Makes a number from its place in the series.</summary>
    /// <param name="number">The place, from 1.</param>
    /// <returns>The number.</returns>
    public static QuoteNumber From(long number) => new(string.Create(CultureInfo.InvariantCulture, $"Q-{number:D6}"));

    /// <summary>The number as text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value;
}
