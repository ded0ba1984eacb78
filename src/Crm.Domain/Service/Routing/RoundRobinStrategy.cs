namespace Crm.Domain.Service;

/// <summary>Gives work to the agents in turn.</summary>
public sealed class RoundRobinStrategy : IAssignmentStrategy
{
    /// <summary>The strategy's key.</summary>
    public const string StrategyKey = "round-robin";

    /// <inheritdoc />
    public string Key => StrategyKey;

    /// <inheritdoc />
    public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) => AssignmentOrder.First(candidates, c => c.Turn);
}
