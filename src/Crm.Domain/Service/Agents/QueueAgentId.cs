using Crm.Domain.Primitives;

namespace Crm.Domain.Service;

/// <summary>Names one agent's profile.</summary>
[CrmId]
public readonly partial record struct QueueAgentId;
