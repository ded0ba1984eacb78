namespace Crm.Domain.Customers;

/// <summary>What a merge does, before it is done or as it was done.</summary>
/// <param name="Survivor">Who stays.</param>
/// <param name="Absorbed">Who goes into the survivor.</param>
/// <param name="Fields">The fields of which one value survives, with the origin of each.</param>
/// <param name="Items">What is united, with the origin of each; consents and decisions of other areas too.</param>
/// <param name="Rows">The rows of other records that point at the absorbed customer.</param>
public sealed record MergePlan(
    CustomerIdentity Survivor, CustomerIdentity Absorbed, IReadOnlyList<MergeFieldDecision> Fields, IReadOnlyList<MergedItem> Items, IReadOnlyList<MergedRows> Rows)
{
    /// <summary>The merge, once it is done; null in a dry run.</summary>
    public MergeId? Id { get; init; }
}
