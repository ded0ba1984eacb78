using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>The last score of one kind that a customer gave.</summary>
/// <param name="Measure">What it measures, and how.</param>
/// <param name="Value">The answer, in points of the scale.</param>
/// <param name="AnsweredAt">When.</param>
public sealed record LastScore(ScoreMeasure Measure, int Value, Instant AnsweredAt);
