using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Which revenue is divided among campaigns, and how.</summary>
/// <param name="From">The first moment of orders or deals.</param>
/// <param name="To">The end, exclusive; at most 1,100 days later.</param>
public sealed record AttributionQuestion(Instant From, Instant To)
{
    /// <summary>What counts as revenue.</summary>
    public RevenueKind Revenue { get; init; } = RevenueKind.Orders;

    /// <summary>How it is divided.</summary>
    /// <value><see cref="AttributionModel.Last"/> by default.</value>
    public AttributionModel Model { get; init; } = AttributionModel.Last;

    /// <summary>How long before an order a message counts.</summary>
    /// <value>30 days by default; more than zero, at most 400 days.</value>
    public Duration Window { get; init; } = Duration.FromDays(30);

    /// <summary>For <see cref="AttributionModel.TimeDecay"/>: after how long a message weighs half.</summary>
    /// <value>7 days by default; more than zero.</value>
    public Duration HalfLife { get; init; } = Duration.FromDays(7);
}
