namespace Crm.Domain.Customers;

/// <summary>A customer that is probably the same as the one in question.</summary>
/// <param name="Customer">Who it is.</param>
/// <param name="Score">Probability that both are one customer, 0 to 1.</param>
/// <param name="Tier">One of <see cref="DuplicateTiers"/>.</param>
/// <param name="Contradictions">Fields that contradict so strongly that a person has to look.</param>
/// <param name="Reasons">What each field says that both have.</param>
public sealed record DuplicateCandidate(
    CustomerIdentity Customer, double Score, string Tier, IReadOnlyList<string> Contradictions, IReadOnlyList<DuplicateReason> Reasons);
