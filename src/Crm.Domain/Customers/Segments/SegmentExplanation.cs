using Crm.Domain.Criteria;

namespace Crm.Domain.Customers;

/// <summary>Why a customer is in a segment, or is not.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="IsMember">Whether the criteria hold for it.</param>
/// <param name="Conditions">The outcome of each condition, in the order of the tree.</param>
public sealed record SegmentExplanation(CustomerId CustomerId, bool IsMember, IReadOnlyList<ConditionOutcome> Conditions);
