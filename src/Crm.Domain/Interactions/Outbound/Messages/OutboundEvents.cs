using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>A message was queued.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="IsDue">Whether it is to be sent at once.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-queued")]
public sealed record OutboundMessageQueued(OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, string Purpose, bool IsDue, Instant OccurredAt) : ICrmEvent;

/// <summary>The turn of a message has come.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Attempt">Which try it is.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-released")]
public sealed record OutboundMessageReleased(OutboundMessageId MessageId, int Attempt, Instant OccurredAt) : ICrmEvent;

/// <summary>A message was sent.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="InteractionId">The contact that it was recorded as.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-sent")]
public sealed record OutboundMessageSent(
    OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, string Purpose, InteractionId InteractionId, Instant OccurredAt) : ICrmEvent;

/// <summary>A try to send a message failed.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="RetryAt">When it is tried again; null when it is parked.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-failed")]
public sealed record OutboundMessageFailed(OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, int Attempts, Instant? RetryAt, Instant OccurredAt) : ICrmEvent;

/// <summary>A message was not sent, since it was no longer permitted.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Reason">The barrier.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-refused")]
public sealed record OutboundMessageRefused(OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, string Purpose, string Reason, Instant OccurredAt) : ICrmEvent;

/// <summary>A message was called off.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("interactions.message-withdrawn")]
public sealed record OutboundMessageWithdrawn(OutboundMessageId MessageId, Instant OccurredAt) : ICrmEvent;

/// <summary>A message arrived.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="OccurredAt">When that was noted.</param>
[CrmEvent("interactions.message-delivered")]
public sealed record OutboundMessageDelivered(OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, Instant OccurredAt) : ICrmEvent;

/// <summary>A message came back.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Reason">Why, as the other side says.</param>
/// <param name="OccurredAt">When that was noted.</param>
[CrmEvent("interactions.message-bounced")]
public sealed record OutboundMessageBounced(OutboundMessageId MessageId, CustomerId CustomerId, ChannelKey Channel, string Reason, Instant OccurredAt) : ICrmEvent;
