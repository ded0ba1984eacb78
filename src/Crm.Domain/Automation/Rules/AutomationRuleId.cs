using Crm.Domain.Primitives;

namespace Crm.Domain.Automation;

/// <summary>Names a rule.</summary>
[CrmId]
public readonly partial record struct AutomationRuleId;
