using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A level of escalation that has come for a promise to a case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer who asks.</param>
/// <param name="OrganisationId">The organisation on whose behalf.</param>
/// <param name="AssigneeId">The agent who has the case; null for nobody.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Ordinal">Which one of its kind, from 1.</param>
/// <param name="Level">Name of the level: with case, target and ordinal, raised once and never again.</param>
/// <param name="Due">When the promise is or was due; null while its clock stands still.</param>
/// <param name="At">When the level came, which is earlier than it was raised where nobody looked.</param>
/// <param name="Actions">What the policy asks for. <c>Notify</c> is the host's to do on this event; the others are done by themselves.</param>
public sealed record SlaAlarm(
    ServiceCaseId CaseId,
    CaseNumber Number,
    CustomerId CustomerId,
    CustomerId? OrganisationId,
    string? AssigneeId,
    SlaTarget Target,
    int Ordinal,
    string Level,
    Instant? Due,
    Instant At,
    IReadOnlyList<EscalationAction> Actions)
{
    internal TimelineNote ToTimeline(string kind) => CaseTimeline.Note(kind, $"{Number}: {Target} {Ordinal}, {Level}", Audience.Internal, CaseId, CustomerId, OrganisationId);
}
