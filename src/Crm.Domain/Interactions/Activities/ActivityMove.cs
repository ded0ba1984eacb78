using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>That an activity was planned for another time. Part of <see cref="Activity"/>; never changed.</summary>
public sealed class ActivityMove
{
    private ActivityMove() => ActorId = null!;

    internal ActivityMove(int number, ActivityTime from, ActivityTime to, string actorId, string? reason, Instant at) =>
        (Number, FromStart, FromEnd, ToStart, ToEnd, ActorId, Reason, At) = (number, from.Start, from.End, to.Start, to.End, actorId, reason, at);

    /// <summary>Place in the history, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>When it was to begin, or a task was due.</summary>
    public Instant FromStart { get; private set; }

    /// <summary>When it was to end.</summary>
    public Instant FromEnd { get; private set; }

    /// <summary>When it begins since, or a task is due.</summary>
    public Instant ToStart { get; private set; }

    /// <summary>When it ends since.</summary>
    public Instant ToEnd { get; private set; }

    /// <summary>Id of who moved it.</summary>
    public string ActorId { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>When it was moved.</summary>
    public Instant At { get; private set; }
}
