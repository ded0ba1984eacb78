using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>What a price list is.</summary>
/// <param name="Key">The key, at most 64 characters; unique.</param>
/// <param name="Name">The name, at most 200 characters.</param>
/// <param name="Currency">The currency of its prices.</param>
public sealed record PriceListDetails(string Key, string Name, Currency Currency)
{
    /// <summary>The first day on which it holds.</summary>
    /// <value>Null by default: since ever.</value>
    public LocalDate? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; not before the first.</summary>
    /// <value>Null by default: until further notice.</value>
    public LocalDate? ValidUntil { get; init; }

    /// <summary>Whether it holds for everybody with whom nothing else was agreed.</summary>
    /// <value>False by default.</value>
    public bool IsDefault { get; init; }
}
