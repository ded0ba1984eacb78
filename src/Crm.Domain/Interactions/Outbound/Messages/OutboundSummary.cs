using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>An outbound message in a list.</summary>
/// <param name="Id">The message.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Purpose">The purpose.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Recipient">Name of whom it goes to.</param>
/// <param name="Status">How far it got.</param>
/// <param name="Reason">Why it was refused, failed or came back.</param>
/// <param name="Attempts">How often it was tried without success.</param>
/// <param name="QueuedAt">When it was queued.</param>
/// <param name="DueAt">When it is to be tried, or tried again.</param>
/// <param name="SentAt">When the sender took it.</param>
public sealed record OutboundSummary(
    OutboundMessageId Id,
    CustomerId CustomerId,
    ChannelKey Channel,
    string Purpose,
    string Subject,
    string Recipient,
    OutboundStatus Status,
    string? Reason,
    int Attempts,
    Instant QueuedAt,
    Instant? DueAt,
    Instant? SentAt);
