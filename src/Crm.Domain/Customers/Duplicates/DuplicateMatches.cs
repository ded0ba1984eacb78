namespace Crm.Domain.Customers;

/// <summary>The pairs that were found among records.</summary>
/// <param name="Records">How many records there were, of both files together.</param>
/// <param name="Comparisons">How many pairs were compared.</param>
/// <param name="Pairs">The pairs, likeliest first, then by position.</param>
public sealed record DuplicateMatches(int Records, long Comparisons, IReadOnlyList<DuplicateMatch> Pairs);
