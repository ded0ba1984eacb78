using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Automation;

/// <summary>A rule was made.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="Event">Stored name of the event that it waits for.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.rule-created")]
public sealed record AutomationRuleCreated(AutomationRuleId RuleId, string Key, string Event, Instant OccurredAt) : ICrmEvent;

/// <summary>A rule does something else since.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="Revision">Which version this is.</param>
/// <param name="Event">Stored name of the event that it waits for since.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.rule-rewritten")]
public sealed record AutomationRuleRewritten(AutomationRuleId RuleId, string Key, int Revision, string Event, Instant OccurredAt) : ICrmEvent;

/// <summary>A rule has another name or place since.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Position">Its place among the rules of one event.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.rule-described")]
public sealed record AutomationRuleDescribed(AutomationRuleId RuleId, string Key, string Name, int Position, Instant OccurredAt) : ICrmEvent;

/// <summary>A rule was switched on.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.rule-enabled")]
public sealed record AutomationRuleEnabled(AutomationRuleId RuleId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A rule was switched off.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("automation.rule-disabled")]
public sealed record AutomationRuleDisabled(AutomationRuleId RuleId, string Key, Instant OccurredAt) : ICrmEvent;
