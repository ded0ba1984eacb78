using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a change of terms did to one open promise.</summary>
/// <param name="Target">What was promised.</param>
/// <param name="Ordinal">Which one of its kind, from 1.</param>
/// <param name="Before">When it was due; null where it did not hold, or its clock stood still.</param>
/// <param name="After">When it is due; null where it holds no longer, or its clock stands still.</param>
public sealed record DeadlineMove(SlaTarget Target, int Ordinal, Instant? Before, Instant? After);
