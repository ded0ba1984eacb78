namespace Crm.Domain.Feedback;

/// <summary>How often an answer was given.</summary>
/// <param name="Key">Of which customer, product, agent, channel, survey or month; null for all together.</param>
/// <param name="Measure">What the answer measures.</param>
/// <param name="Value">The answer.</param>
/// <param name="Count">How often.</param>
public sealed record ScoreCount(string? Key, ScoreMeasure Measure, int Value, int Count);
