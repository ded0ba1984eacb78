using Crm.Domain.Access;
using NodaTime;

namespace Crm.Domain.Auditing;

/// <summary>What one save changed of one record, and who did it, when and why.</summary>
/// <param name="Id">The entry.</param>
/// <param name="At">When it was saved.</param>
/// <param name="ActorKind">What kind of principal acted.</param>
/// <param name="ActorId">Id of who acted.</param>
/// <param name="ActorName">Name of who acted.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="CorrelationId">Joins what belongs together across systems.</param>
/// <param name="RecordType">The record's type, such as <c>ServiceCase</c>.</param>
/// <param name="Version">The record's version after the save.</param>
/// <param name="Acts">Names of the events that the acts raised.</param>
/// <param name="Changes">What changed.</param>
public sealed record AuditedSave(
    Guid Id,
    Instant At,
    ActorKind ActorKind,
    string ActorId,
    string ActorName,
    string? Reason,
    string? CorrelationId,
    string RecordType,
    long Version,
    IReadOnlyList<string> Acts,
    IReadOnlyList<FieldChange> Changes);
