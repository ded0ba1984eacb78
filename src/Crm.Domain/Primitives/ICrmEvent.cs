using NodaTime;

namespace Crm.Domain.Primitives;

/// <summary>
/// Something that happened to an aggregate. Events are sealed records of plain values: they are stored as versioned JSON in the
/// outbox and handed to every <see cref="ICrmEventHandler{TEvent}"/>.
/// </summary>
public interface ICrmEvent
{
    /// <summary>When it happened, by the injected clock.</summary>
    Instant OccurredAt { get; }
}
