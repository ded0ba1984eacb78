using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>A subscription started.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Sku">The product.</param>
/// <param name="UnitPrice">The price of one for one period.</param>
/// <param name="StartsOn">The first day of the first period.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-started")]
public sealed record SubscriptionStarted(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, string Sku, Money UnitPrice, LocalDate StartsOn, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-started", $"{Number}: {Sku}, {UnitPrice}", SubscriptionId, CustomerId);
}

/// <summary>A period of a subscription began, and its order was booked.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Period">The period, from 1.</param>
/// <param name="On">Its first day.</param>
/// <param name="OrderId">The order of the period.</param>
/// <param name="UnitPrice">The price of one.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-renewed")]
public sealed record SubscriptionRenewed(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, int Period, LocalDate On, OrderId OrderId, Money UnitPrice, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-renewed", FormattableString.Invariant($"{Number}/{Period}: {UnitPrice}"), SubscriptionId, CustomerId);
}

/// <summary>A period of a subscription was due and could not be booked.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Period">The period, from 1.</param>
/// <param name="Code">Why, by the code of the error.</param>
/// <param name="RetryOn">The day on which it is tried again.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-renewal-refused")]
public sealed record SubscriptionRenewalRefused(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, int Period, string Code, LocalDate RetryOn, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-renewal-refused", FormattableString.Invariant($"{Number}/{Period}: {Code}"), SubscriptionId, CustomerId, Audience.Internal);
}

/// <summary>A subscription was paused.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="On">The day.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-paused")]
public sealed record SubscriptionPaused(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, LocalDate On, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-paused", Number.Value, SubscriptionId, CustomerId);
}

/// <summary>A subscription was resumed.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="NextOn">The day on which its next period is due.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-resumed")]
public sealed record SubscriptionResumed(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, LocalDate NextOn, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-resumed", Number.Value, SubscriptionId, CustomerId);
}

/// <summary>A subscription was cancelled for the end of its period.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="EndsOn">The first day on which it is over.</param>
/// <param name="Reason">Why.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-cancellation-asked")]
public sealed record SubscriptionCancellationAsked(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, LocalDate EndsOn, string? Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-cancellation-asked", Number.Value, SubscriptionId, CustomerId);
}

/// <summary>A subscription is over.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Status">Cancelled or expired.</param>
/// <param name="EndedOn">The first day on which it was over.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-ended")]
public sealed record SubscriptionEnded(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, SubscriptionStatus Status, LocalDate EndedOn, string? Reason, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-ended", Number.Value, SubscriptionId, CustomerId);
}

/// <summary>The price of a subscription changes with its next period.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Before">The price before.</param>
/// <param name="Price">The price from then on.</param>
/// <param name="From">The first day of that period.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("orders.subscription-price-changed")]
public sealed record SubscriptionPriceChanged(
    SubscriptionId SubscriptionId, SubscriptionNumber Number, CustomerId CustomerId, Money Before, Money Price, LocalDate From, Instant OccurredAt) : ITimelineEvent
{
    /// <inheritdoc />
    public TimelineNote ToTimeline() => SubscriptionTimeline.Note("subscription-price-changed", $"{Number}: {Before} → {Price}", SubscriptionId, CustomerId);
}
