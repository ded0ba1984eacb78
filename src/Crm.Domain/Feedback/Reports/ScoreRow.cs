namespace Crm.Domain.Feedback;

/// <summary>A score of one customer, product, agent, channel, survey or period.</summary>
/// <param name="Key">Id or key of which; the first day of a period as ISO date; null for all together.</param>
/// <param name="Score">The score with its measure; answers of different measures are different rows.</param>
public sealed record ScoreRow(string? Key, Score Score);
