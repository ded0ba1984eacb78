namespace Crm.Domain.Service;

/// <summary>What a case is promised, and what happens on the way to a breach.</summary>
/// <param name="Key">From which versions and for which priority.</param>
/// <param name="PolicyName">Name of the policy.</param>
/// <param name="Terms">The targets and the working hours in which they are counted.</param>
/// <param name="Levels">The levels of escalation that the policy names; every target has a breach besides.</param>
public sealed record ServiceLevel(ServiceLevelKey Key, string PolicyName, SlaTerms Terms, IReadOnlyList<EscalationLevel> Levels);
