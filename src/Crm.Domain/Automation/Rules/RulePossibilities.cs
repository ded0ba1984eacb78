using Crm.Domain.Criteria;

namespace Crm.Domain.Automation;

/// <summary>What a rule about an event can be made of.</summary>
/// <param name="Event">Stored name of the event.</param>
/// <param name="Fields">The fields of the event, which conditions name after <c>event.</c>.</param>
/// <param name="Records">The kinds of record that it leads to; conditions name their fields after the kind and a dot.</param>
/// <param name="Actions">The actions.</param>
public sealed record RulePossibilities(string Event, IReadOnlyList<CriteriaField> Fields, IReadOnlyList<string> Records, IReadOnlyList<PossibleAction> Actions);
