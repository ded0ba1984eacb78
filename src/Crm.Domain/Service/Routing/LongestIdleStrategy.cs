namespace Crm.Domain.Service;

/// <summary>Gives work to the agent who has been without any for longest; whoever has some in hand comes after those.</summary>
public sealed class LongestIdleStrategy : IAssignmentStrategy
{
    /// <summary>The strategy's key.</summary>
    public const string StrategyKey = "longest-idle";

    /// <inheritdoc />
    public string Key => StrategyKey;

    /// <inheritdoc />
    public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) =>
        AssignmentOrder.First(candidates, c => (c.Agent.Units > 0, c.Agent.IdleSince));
}
