using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Privacy;

/// <summary>A retention policy removed or anonymised records.</summary>
/// <param name="Policy">Name of the policy.</param>
/// <param name="Area">Which records.</param>
/// <param name="Action">What became of them.</param>
/// <param name="Records">How many.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("privacy.retention-applied")]
public sealed record RetentionApplied(string Policy, RetentionArea Area, RetentionAction Action, int Records, Instant OccurredAt) : ICrmEvent;
