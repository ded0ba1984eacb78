namespace Crm.Domain.Service;

/// <summary>A member of a queue who may be given work.</summary>
/// <param name="Agent">The agent with the work that it has.</param>
/// <param name="Weight">Its weight in the queue; 1 or more.</param>
/// <param name="Turn">When its turn is: the lowest is next.</param>
public sealed record AssignmentCandidate(AgentLoad Agent, int Weight = 1, long Turn = 0);
