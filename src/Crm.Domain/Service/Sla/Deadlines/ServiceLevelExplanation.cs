using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What a case is promised and where it stands with that, with everything that was counted.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Level">The service level that held last at that instant; null where none did.</param>
/// <param name="Timeline">Every promise, with its stretches.</param>
/// <param name="Changes">Every change of what is promised, the first choice included, in order.</param>
/// <param name="Raised">Every level of escalation that was raised until then, in order.</param>
public sealed record ServiceLevelExplanation(
    ServiceCaseId CaseId, CaseNumber Number, ServiceLevel? Level, SlaTimeline Timeline, IReadOnlyList<ServiceLevelChange> Changes, IReadOnlyList<RaisedAlarm> Raised);

/// <summary>A change of what a case is promised.</summary>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Before">The service level before; null for none.</param>
/// <param name="After">The service level since; null for none.</param>
/// <param name="Moves">What it did to the open promises.</param>
public sealed record ServiceLevelChange(Instant At, ServiceLevelReason Reason, ServiceLevel? Before, ServiceLevel? After, IReadOnlyList<DeadlineMove> Moves);

/// <summary>A level of escalation that was raised.</summary>
/// <param name="Target">What was promised.</param>
/// <param name="Ordinal">Which one of its kind, from 1.</param>
/// <param name="Level">Name of the level.</param>
/// <param name="Due">When the promise was due then; null while its clock stood still.</param>
/// <param name="ReachedAt">When the level came.</param>
/// <param name="RaisedAt">When it was raised.</param>
public sealed record RaisedAlarm(SlaTarget Target, int Ordinal, string Level, Instant? Due, Instant ReachedAt, Instant RaisedAt);
