using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>One step in a customer's lifecycle. Part of <see cref="Customer"/>; only added.</summary>
public sealed class LifecycleChange
{
    /// <summary>Longest reason.</summary>
    public const int MaxReasonLength = 200;

    private LifecycleChange() => ActorId = null!;

    internal LifecycleChange(int ordinal, LifecycleStage from, LifecycleStage to, Instant at, string? reason, string actorId)
    {
        Ordinal = ordinal;
        From = from;
        To = to;
        At = at;
        Reason = reason;
        ActorId = actorId;
    }

    /// <summary>Place in the history, from 1.</summary>
    public int Ordinal { get; private set; }

    /// <summary>The stage before.</summary>
    public LifecycleStage From { get; private set; }

    /// <summary>The stage since.</summary>
    public LifecycleStage To { get; private set; }

    /// <summary>When.</summary>
    public Instant At { get; private set; }

    /// <summary>Why.</summary>
    public string? Reason { get; private set; }

    /// <summary>Id of who moved the customer.</summary>
    public string ActorId { get; private set; }

    internal void Take(LifecycleChange other) => (From, To, At, Reason, ActorId) = (other.From, other.To, other.At, other.Reason, other.ActorId);

    internal LifecycleChange Copy() => new(Ordinal, From, To, At, Reason, ActorId);
}
