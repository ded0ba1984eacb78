namespace Crm.Domain.Service;

/// <summary>Gives work to the agent of whose capacity the smallest share is in use.</summary>
public sealed class LeastBusyStrategy : IAssignmentStrategy
{
    /// <summary>The strategy's key.</summary>
    public const string StrategyKey = "least-busy";

    /// <inheritdoc />
    public string Key => StrategyKey;

    /// <inheritdoc />
    public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) =>
        AssignmentOrder.First(candidates, c => (double)c.Agent.Units / Math.Max(1, c.Agent.Capacity));
}
