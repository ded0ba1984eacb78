using Crm.Domain.Criteria;

namespace Crm.Domain.Service;

/// <summary>What became of one policy when a case's was chosen.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Verdict">Why it was chosen or not.</param>
public sealed record SlaPolicyTrial(SlaPolicyId PolicyId, string Name, SlaPolicyVerdict Verdict)
{
    /// <summary>The outcome of each part of its condition, where that was asked.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ConditionOutcome> Conditions { get; init; } = [];
}
