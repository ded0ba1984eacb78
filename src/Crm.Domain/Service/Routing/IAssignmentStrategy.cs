namespace Crm.Domain.Service;

/// <summary>
/// Chooses one of several agents who can all take a piece of work. Pure: the same candidates give the same choice, whatever their
/// order. A host registers its own as a service; one with the key of a built-in strategy takes its place.
/// </summary>
public interface IAssignmentStrategy
{
    /// <summary>Names the strategy, such as <c>round-robin</c>; at most <see cref="QueueSettings.MaxStrategyLength"/> characters.</summary>
    string Key { get; }

    /// <summary>By how much an agent's turn moves on when it is given work. Whoever moves less gets more.</summary>
    /// <param name="candidate">The agent.</param>
    /// <returns>More than zero.</returns>
    long StrideOf(AssignmentCandidate candidate) => AssignmentPlan.Stride;

    /// <summary>Chooses.</summary>
    /// <param name="demand">What the work needs.</param>
    /// <param name="candidates">The agents who can take it; at least one.</param>
    /// <returns>One of the candidates.</returns>
    AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates);
}
