using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A queue at this moment.</summary>
/// <param name="QueueId">The queue.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOpen">Whether it gives work out.</param>
/// <param name="Waiting">What waits.</param>
/// <param name="LongestWait">How long the first of these has waited; null where nothing waits.</param>
/// <param name="Offered">What is reserved for agents.</param>
/// <param name="Handling">What is being handled.</param>
/// <param name="AvailableAgents">Active members without work.</param>
/// <param name="BusyAgents">Active members with work.</param>
/// <param name="AwayAgents">Members who are away.</param>
public sealed record QueueStatus(
    WorkQueueId QueueId, string Name, bool IsOpen, long Waiting, Duration? LongestWait, long Offered, long Handling, int AvailableAgents, int BusyAgents, int AwayAgents);
