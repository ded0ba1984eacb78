using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>How a simulation went.</summary>
/// <param name="Steps">The steps in their order.</param>
/// <param name="Status">How it ended.</param>
/// <param name="EndedAt">When it ended.</param>
public sealed record SimulatedJourney(IReadOnlyList<SimulatedStep> Steps, JourneyRunStatus Status, Instant EndedAt);
