using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A step that a contact has behind them.</summary>
internal sealed record WalkedStep(string Step, Instant ArrivedAt, JourneyStepOutcome Outcome, string? Note);
