using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>An order was placed.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Total">Sum of the lines.</param>
/// <param name="PurchasedOn">The day in the business's own time zone.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-placed")]
public sealed record OrderPlaced(OrderId OrderId, OrderNumber Number, CustomerId CustomerId, Money Total, LocalDate PurchasedOn, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-placed", $"{Number}: {Total}", OrderId, CustomerId);
}

/// <summary>Everything that was open of an order was delivered.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-completed")]
public sealed record OrderCompleted(OrderId OrderId, OrderNumber Number, CustomerId CustomerId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-completed", Number.Value, OrderId, CustomerId);
}

/// <summary>Quantities of an order were delivered together.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Delivery">The delivery, from 1 in its order.</param>
/// <param name="Status">Where the order stands since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-delivered")]
public sealed record OrderDelivered(OrderId OrderId, OrderNumber Number, CustomerId CustomerId, int Delivery, OrderStatus Status, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-delivered", FormattableString.Invariant($"{Number}/{Delivery}"), OrderId, CustomerId);
}

/// <summary>Quantities of an order were cancelled before they were delivered.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">Where the order stands since.</param>
/// <param name="Amount">What they were worth.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-lines-cancelled")]
public sealed record OrderLinesCancelled(OrderId OrderId, OrderNumber Number, CustomerId CustomerId, OrderStatus Status, Money Amount, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-lines-cancelled", $"{Number}: {Amount}", OrderId, CustomerId);
}

/// <summary>An order was cancelled.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-cancelled")]
public sealed record OrderCancelled(OrderId OrderId, OrderNumber Number, CustomerId CustomerId, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-cancelled", Number.Value, OrderId, CustomerId);
}

/// <summary>Goods of an order came back.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="LineNumber">The line.</param>
/// <param name="Quantity">How much came back.</param>
/// <param name="Amount">Its value.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.order-returned")]
public sealed record OrderReturned(
    OrderId OrderId, OrderNumber Number, CustomerId CustomerId, int LineNumber, decimal Quantity, Money Amount, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => OrderTimeline.Note("order-returned", $"{Number}: {Amount}", OrderId, CustomerId);
}

/// <summary>Purchases of another system were imported as orders.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="System">The other system.</param>
/// <param name="Orders">How many orders were made.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.purchases-imported")]
public sealed record PurchasesImported(Guid ImportId, string System, int Orders, Instant OccurredAt) : ICrmEvent;
