using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>How far a contact came at one moment: the steps, and either where they wait until when, or how it ended.</summary>
internal sealed record JourneyWalk(IReadOnlyList<WalkedStep> Steps)
{
    public JourneyPosition? Position { get; init; }

    public Instant? DueAt { get; init; }

    public JourneyRunStatus? End { get; init; }
}
