using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Persistence.EfCore.Intake;

/// <summary>Remembers a message that was taken, independently of what it became.</summary>
public sealed class HandledMessageRow
{
    /// <summary>The contact that it became; it may be gone by now.</summary>
    public InteractionId InteractionId { get; internal init; }

    /// <summary>SHA-256 of its id or content, as hexadecimal digits.</summary>
    public required string Key { get; init; }

    /// <summary>When it was taken.</summary>
    public Instant TakenAt { get; internal init; }
}
