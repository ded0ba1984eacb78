namespace Crm.Domain.Service;

/// <summary>What an agent who asks for work gets.</summary>
/// <param name="Item">The work, accepted already; null where nothing waits that the agent can take.</param>
public sealed record NextWork(WorkItem? Item);
