using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A level of escalation that will come for a promise, or has come and was not raised yet.</summary>
/// <param name="DeadlineId">The deadline.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Ordinal">Which one of its kind, from 1.</param>
/// <param name="At">When the next level that was not raised comes.</param>
/// <param name="Due">When the promise is due; null while its clock stands still.</param>
public sealed record DueLevel(ServiceDeadlineId DeadlineId, ServiceCaseId CaseId, CaseNumber Number, SlaTarget Target, int Ordinal, Instant At, Instant? Due);
