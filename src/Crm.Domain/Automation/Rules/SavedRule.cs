using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>A rule that was taken, and what is to be thought of.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Warnings">What is suspicious, such as <c>RuleTriggersItself</c>; empty when nothing is.</param>
public sealed record SavedRule(AutomationRule Rule, IReadOnlyList<CrmError> Warnings);
