namespace Crm.Domain.Service;

/// <summary>Gives work to the agent with the highest sum of levels in the skills that it needs.</summary>
public sealed class SkillStrategy : IAssignmentStrategy
{
    /// <summary>The strategy's key.</summary>
    public const string StrategyKey = "skills";

    /// <inheritdoc />
    public string Key => StrategyKey;

    /// <inheritdoc />
    public AssignmentCandidate Choose(WorkDemand demand, IReadOnlyList<AssignmentCandidate> candidates) =>
        AssignmentOrder.First(candidates, c => -c.Agent.ProficiencyIn(demand));
}
