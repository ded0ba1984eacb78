using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A member of staff became an agent to whom work is routed.</summary>
/// <param name="AgentId">The profile.</param>
/// <param name="UserId">The agent's id in the host's user directory.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.agent-registered")]
public sealed record QueueAgentRegistered(QueueAgentId AgentId, string UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>Skills or capacity of an agent changed.</summary>
/// <param name="AgentId">The profile.</param>
/// <param name="UserId">The agent's id in the host's user directory.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.agent-described")]
public sealed record QueueAgentDescribed(QueueAgentId AgentId, string UserId, Instant OccurredAt) : ICrmEvent;

/// <summary>An agent came, stepped away or left.</summary>
/// <param name="AgentId">The profile.</param>
/// <param name="UserId">The agent's id in the host's user directory.</param>
/// <param name="Before">What the agent was.</param>
/// <param name="Since">Since when the agent was that.</param>
/// <param name="After">What the agent is.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("service.agent-availability-changed")]
public sealed record AgentAvailabilityChanged(
    QueueAgentId AgentId, string UserId, AgentAvailability Before, Instant Since, AgentAvailability After, Instant OccurredAt) : ICrmEvent;
