using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>All that changed of one deal: what it was at any moment follows from it.</summary>
/// <param name="Id">What errors call the deal.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Changes">In any order; those of one instant apply in the order given. The first in time names a stage.</param>
public sealed record DealHistory(string Id, Currency Currency, IReadOnlyList<DealChange> Changes)
{
    /// <summary>Who sells at first; null when nobody does.</summary>
    public string? Owner { get; init; }
}
