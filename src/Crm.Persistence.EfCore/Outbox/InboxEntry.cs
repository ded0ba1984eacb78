using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Remembers that a handler has handled an event, saved together with what the handler changed.</summary>
public sealed class InboxEntry
{
    /// <summary>The event.</summary>
    public Guid EventId { get; internal init; }

    /// <summary>The handler's type name.</summary>
    public required string Handler { get; init; }

    /// <summary>When.</summary>
    public Instant HandledAt { get; internal init; }
}
