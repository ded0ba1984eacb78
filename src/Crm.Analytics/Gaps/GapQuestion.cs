using Crm.Analytics.Purchases;

namespace Crm.Analytics.Gaps;

/// <summary>What gaps are sought in. Each part may be missing; what needs it is not looked at then.</summary>
public sealed record GapQuestion
{
    /// <summary>The needs.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<UnmetNeed> Needs { get; init; } = [];

    /// <summary>What is offered already.</summary>
    /// <value>Empty by default: no need is met by anything.</value>
    public IReadOnlyList<OfferedProduct> Products { get; init; } = [];

    /// <summary>The purchases, with products.</summary>
    /// <value>Null by default.</value>
    public PurchaseLog? Purchases { get; init; }

    /// <summary>The segment of each customer, for customers that have one.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<PurchaseKey, string> Segments { get; init; } = new Dictionary<PurchaseKey, string>();
}
