namespace Crm.Domain.Marketing;

/// <summary>How many runs stand at a step with one status.</summary>
/// <param name="Step">The step.</param>
/// <param name="Status">The status.</param>
/// <param name="Count">How many.</param>
public sealed record JourneyRunCount(string Step, JourneyRunStatus Status, int Count);
