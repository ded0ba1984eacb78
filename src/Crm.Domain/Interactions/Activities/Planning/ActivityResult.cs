using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>How a call or meeting went.</summary>
public sealed record ActivityResult
{
    /// <summary>When it began.</summary>
    /// <value>Null by default: when it was begun, else as planned, else now.</value>
    public Instant? At { get; init; }

    /// <summary>How long it took.</summary>
    /// <value>Null by default: from when it was begun until now; unknown where it was not.</value>
    public Duration? Took { get; init; }

    /// <summary>What came of it, at most 1,000 characters.</summary>
    public string? Outcome { get; init; }

    /// <summary>What was said, for the contact that is recorded.</summary>
    public string? Body { get; init; }

    /// <summary>Who began the contact.</summary>
    /// <value><see cref="Direction.Outbound"/> by default.</value>
    public Direction Direction { get; init; } = Direction.Outbound;

    /// <summary>What follows from it, planned in the same act; about the contact where nothing else is said.</summary>
    public ActivityDetails? FollowUp { get; init; }
}
