using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Most automatic answers within a span of time.</summary>
/// <param name="Most">Most answers.</param>
/// <param name="Within">The span, counted back from now.</param>
public sealed record ReplyCeiling(int Most, Duration Within);
