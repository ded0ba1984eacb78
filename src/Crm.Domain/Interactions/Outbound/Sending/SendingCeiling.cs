using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>How many messages may go out at most within a span of time.</summary>
/// <param name="Most">Most messages.</param>
/// <param name="Within">The span, counted back from now.</param>
public sealed record SendingCeiling(int Most, Duration Within)
{
    /// <summary>Whether no further message may go out.</summary>
    /// <param name="times">When messages went out before.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>True when as many as may went out within the span.</returns>
    public bool IsReached(IEnumerable<Instant> times, Instant now) => times.Count(at => at > now - Within) >= Most;
}
