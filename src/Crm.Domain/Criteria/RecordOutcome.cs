namespace Crm.Domain.Criteria;

/// <summary>What a tree said of one plain record.</summary>
/// <param name="Id">What the caller calls the record.</param>
/// <param name="Holds">Whether the tree holds.</param>
/// <param name="Conditions">The outcome of each condition, in the order of the tree.</param>
public sealed record RecordOutcome(string Id, bool Holds, IReadOnlyList<ConditionOutcome> Conditions);
