namespace Crm.Domain.Service;

/// <summary>Gives work to the agents in turn, in the proportion of their weights (stride scheduling: Waldspurger and Weihl, 1995).</summary>
public sealed class WeightedStrategy : IAssignmentStrategy
{
    /// <summary>The strategy's key.</summary>
    public const string StrategyKey = "weighted";

    /// <inheritdoc />
    public string Key => StrategyKey;

    /// <inheritdoc />
    public long StrideOf(AssignmentCandidate candidate)
    {
        ArgumentNullException.ThrowIfNull(candidate);
        return AssignmentPlan.Stride / candidate.Weight;
    }

    /// <inheritdoc />
    public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) => AssignmentOrder.First(candidates, c => c.Turn);
}
