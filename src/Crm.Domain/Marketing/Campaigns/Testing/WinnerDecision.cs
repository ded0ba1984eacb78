namespace Crm.Domain.Marketing;

/// <summary>Which variant the rest of the audience gets, and why.</summary>
/// <param name="Variant">The variant: the winner, or the fallback.</param>
/// <param name="Verdict">Whether it is a winner.</param>
/// <param name="PValue">The largest p-value of the best against another, times the number of pairs, at most 1; null where it was not asked.</param>
public sealed record WinnerDecision(string Variant, WinnerVerdict Verdict, double? PValue);
