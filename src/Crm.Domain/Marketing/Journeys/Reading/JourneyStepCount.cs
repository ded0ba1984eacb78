namespace Crm.Domain.Marketing;

/// <summary>How many runs have a step behind them with one outcome.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">The reason of those skipped; null for others.</param>
/// <param name="Count">How many.</param>
public sealed record JourneyStepCount(string Step, JourneyStepOutcome Outcome, string? Reason, int Count);
