using Crm.Analytics.Purchases;

namespace Crm.Analytics.Baskets;

/// <summary>What counts as one basket of a purchase log.</summary>
public sealed record BasketOptions
{
    /// <summary>What a basket is.</summary>
    /// <value>Default <see cref="BasketUnit.Order"/>.</value>
    public BasketUnit Unit { get; init; } = BasketUnit.Order;

    /// <summary>
    /// The most different items that a basket may have; larger ones, such as those of resellers, are left out and counted
    /// (<see cref="BasketTable.OversizedBaskets"/>).
    /// </summary>
    /// <value>Default null: any number.</value>
    public int? MaximumSize { get; init; }

    /// <summary>How many threads may turn keys into positions; the table is the same at any degree.</summary>
    /// <value>Default null: one per processor.</value>
    public int? DegreeOfParallelism { get; init; }
}
