namespace Crm.Domain.Service;

/// <summary>Who is given a piece of work, or why nobody is.</summary>
/// <param name="Candidate">The agent; null when nobody can take it.</param>
/// <param name="Reason">Why nobody can; null when somebody can.</param>
/// <param name="Reach">How far routing had to go to find the agent; null when nobody was found.</param>
/// <param name="NextTurn">When the agent's turn is once it has the work.</param>
public sealed record AssignmentDecision(AssignmentCandidate? Candidate, UnassignedReason? Reason, AssignmentReach? Reach, long NextTurn);
