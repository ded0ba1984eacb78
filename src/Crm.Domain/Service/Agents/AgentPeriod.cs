using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A time during which an agent was active or away, once it is over. Written when availability changes; never changed.</summary>
/// <param name="Id">The id.</param>
/// <param name="AgentId">The agent's profile.</param>
/// <param name="Availability">What the agent was.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when.</param>
public sealed record AgentPeriod(AgentPeriodId Id, QueueAgentId AgentId, AgentAvailability Availability, Instant From, Instant Until);
