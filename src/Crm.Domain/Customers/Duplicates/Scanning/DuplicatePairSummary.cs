using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>A pair in the list of those for review.</summary>
/// <param name="Id">The pair.</param>
/// <param name="FirstId">One customer.</param>
/// <param name="FirstName">Its name; null where it was merged.</param>
/// <param name="SecondId">The other customer.</param>
/// <param name="SecondName">Its name; null where it was merged.</param>
/// <param name="Score">Probability that both are one customer when they were found.</param>
/// <param name="Tier">One of <see cref="DuplicateTiers"/>.</param>
/// <param name="Reasons">What each field said.</param>
/// <param name="Status">What became of it.</param>
/// <param name="FoundAt">When they were found.</param>
/// <param name="DismissedBy">Who said that they are two.</param>
public sealed record DuplicatePairSummary(
    DuplicatePairId Id,
    CustomerId FirstId,
    string? FirstName,
    CustomerId SecondId,
    string? SecondName,
    double Score,
    string Tier,
    IReadOnlyList<DuplicateReason> Reasons,
    DuplicatePairStatus Status,
    Instant FoundAt,
    string? DismissedBy);
