namespace Crm.Domain.Customers;

/// <summary>Two records that are probably of one customer.</summary>
/// <param name="Left">Position of the first record; with two files, in the first.</param>
/// <param name="Right">Position of the second record; with two files, in the second.</param>
/// <param name="Score">Probability that both are of one customer, 0 to 1.</param>
/// <param name="Tier">One of <see cref="DuplicateTiers"/>.</param>
/// <param name="Contradictions">Fields that contradict so strongly that the pair is never merged without a person looking, whatever its score.</param>
/// <param name="Reasons">What each field says that both records have, in the order of <see cref="DuplicateFields.All"/>.</param>
public sealed record DuplicateMatch(
    int Left, int Right, double Score, string Tier, IReadOnlyList<string> Contradictions, IReadOnlyList<DuplicateReason> Reasons);
