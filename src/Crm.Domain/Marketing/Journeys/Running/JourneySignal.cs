using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>An event that a decision of a run waits for, or will.</summary>
public sealed class JourneySignal
{
    private JourneySignal() => Step = null!;

    internal JourneySignal(JourneyRunId runId, string step, Guid eventId, Instant at) => (RunId, Step, EventId, At) = (runId, step, eventId, at);

    /// <summary>The run.</summary>
    public JourneyRunId RunId { get; private set; }

    /// <summary>The decision.</summary>
    public string Step { get; private set; }

    /// <summary>The event.</summary>
    public Guid EventId { get; private set; }

    /// <summary>When it happened.</summary>
    public Instant At { get; private set; }
}
