using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>What a rule would have done over stored events.</summary>
/// <param name="Event">Stored name of the event.</param>
/// <param name="From">How far back.</param>
/// <param name="Events">How many events there were.</param>
/// <param name="Matched">For how many of them the criteria hold.</param>
/// <param name="IsCut">Whether later events were not looked at, since there are too many.</param>
/// <param name="Latest">The latest events, the last one first.</param>
public sealed record RuleDryRun(string Event, Instant From, int Events, int Matched, bool IsCut, IReadOnlyList<DryEvent> Latest);

/// <summary>One event of a dry run.</summary>
/// <param name="EventId">The event.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Holds">Whether the criteria hold.</param>
/// <param name="Conditions">The conditions that were asked; those that could not change the answer any more were not.</param>
/// <param name="Actions">What would have been done.</param>
public sealed record DryEvent(Guid EventId, Instant OccurredAt, bool Holds, IReadOnlyList<ConditionOutcome> Conditions, IReadOnlyList<DryAction> Actions);

/// <summary>One action that would have been done.</summary>
/// <param name="Do">Name of the action.</param>
/// <param name="On">The kind of record; null where it needs none.</param>
/// <param name="RecordId">The record.</param>
/// <param name="IsPossible">Whether the record is there.</param>
public sealed record DryAction(string Do, string? On, Guid? RecordId, bool IsPossible);
