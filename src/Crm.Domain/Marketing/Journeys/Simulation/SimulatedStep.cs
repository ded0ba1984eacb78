using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A step of a simulation.</summary>
/// <param name="Step">The step.</param>
/// <param name="ArrivedAt">When the contact came to it.</param>
/// <param name="At">When it was over.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What was done, or why not.</param>
public sealed record SimulatedStep(string Step, Instant ArrivedAt, Instant At, JourneyStepOutcome Outcome, string? Note);
