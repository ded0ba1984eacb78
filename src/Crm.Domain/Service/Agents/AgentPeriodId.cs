using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one period of an agent's availability.</summary>
[CrmId]
public readonly partial record struct AgentPeriodId;
