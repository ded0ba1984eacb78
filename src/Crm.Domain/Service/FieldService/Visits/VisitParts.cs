using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>So many pieces of a part.</summary>
/// <param name="Sku">The part, by its stock-keeping unit.</param>
/// <param name="Quantity">How many; more than zero.</param>
public sealed record VisitParts(string Sku, decimal Quantity)
{
    /// <summary>Most kinds of parts of one visit or booking.</summary>
    public const int MaxKinds = 100;

    /// <summary>Longest stock-keeping unit.</summary>
    public const int MaxSkuLength = 64;

    /// <summary>Checks parts: each kind once, quantities with at most four decimals.</summary>
    internal static IReadOnlyList<VisitParts> Checked(IReadOnlyList<VisitParts> parts, string name)
    {
        ArgumentNullException.ThrowIfNull(parts, name);
        List<VisitParts> clean = [.. parts.Select(p => p is { Quantity: > 0 and <= 1_000_000 } && decimal.Round(p.Quantity, 4) == p.Quantity
            ? p with { Sku = Guard.Line(p.Sku, MaxSkuLength, name) }
            : throw new ArgumentOutOfRangeException(name, "Of a part, more than zero and at most 1,000,000 was expected, with four decimals."))];
        return clean.Count <= MaxKinds && clean.DistinctBy(p => p.Sku).Count() == clean.Count
            ? clean
            : throw new ArgumentException($"At most {MaxKinds} kinds of parts were expected, each once.", name);
    }
}
