using NodaTime;

namespace Crm.Domain.Service;

/// <summary>One promise of a service level to a case: a first response, the answer to one exchange, or a resolution.</summary>
public sealed record SlaClaim
{
    /// <summary>What was promised.</summary>
    public required SlaTarget Target { get; init; }

    /// <summary>Which one of its kind, from 1: the exchange, or the cycle of a case that was reopened.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Where it stands.</summary>
    public required SlaTargetStatus Status { get; init; }

    /// <summary>When its clock began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>The time it was given.</summary>
    public required SlaDuration Allowed { get; init; }

    /// <summary>When it is or was due; null while its clock stands still.</summary>
    public Instant? Due { get; init; }

    /// <summary>When it was fulfilled or cancelled; null while it is open.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Business time used, without pauses.</summary>
    public required Duration Used { get; init; }

    /// <summary>Business time left; negative by how much it was missed.</summary>
    public required Duration Left { get; init; }

    /// <summary>Every stretch of its life in order, counted or paused.</summary>
    public IReadOnlyList<SlaSpan> Spans { get; init; } = [];

    /// <summary>Whether it still has to be fulfilled.</summary>
    public bool IsOpen => EndedAt is null;
}
