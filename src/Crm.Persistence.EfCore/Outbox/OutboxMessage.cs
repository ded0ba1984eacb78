using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>A stored event on its way to handlers.</summary>
public sealed class OutboxMessage
{
    /// <summary>The event's id: the same in every delivery.</summary>
    public Guid Id { get; internal init; }

    /// <summary>The tenant whose act it was; null where tenancy is off.</summary>
    public string? TenantId { get; internal init; }

    /// <summary>The aggregate's type.</summary>
    public required string AggregateType { get; init; }

    /// <summary>The aggregate; its events are delivered in order.</summary>
    public Guid AggregateId { get; internal init; }

    /// <summary>The aggregate's version after the act.</summary>
    public long AggregateVersion { get; internal init; }

    /// <summary>Place among the events of one version.</summary>
    public int Ordinal { get; internal init; }

    /// <summary>Stored name of the event.</summary>
    public required string EventName { get; init; }

    /// <summary>Version of the JSON shape.</summary>
    public int EventVersion { get; internal init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>When it happened.</summary>
    public Instant OccurredAt { get; internal init; }

    /// <summary>Correlation id of the scope that saved the act.</summary>
    public string? CorrelationId { get; internal init; }

    /// <summary>The rules of automation that led to the act, as <c>RuleChain</c> writes them; null where none did.</summary>
    public string? Cause { get; internal init; }

    /// <summary>When it was saved; after a failure, the instant before which it is not tried again.</summary>
    public Instant DueAt { get; internal set; }

    /// <summary>Failed deliveries so far.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The dispatcher that works on this aggregate.</summary>
    public Guid? Lease { get; internal set; }

    /// <summary>When the lease ends, if its holder does not end it before.</summary>
    public Instant? LeaseUntil { get; internal set; }

    /// <summary>When every handler had handled it.</summary>
    public Instant? DoneAt { get; internal set; }

    /// <summary>When it was given up after too many failures; <c>IOutboxDispatcher.ReplayAsync</c> makes it due again.</summary>
    public Instant? ParkedAt { get; internal set; }

    /// <summary>What went wrong last: the exception's type and message.</summary>
    public string? Error { get; internal set; }
}
