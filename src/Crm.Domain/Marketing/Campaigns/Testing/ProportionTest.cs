namespace Crm.Domain.Marketing;

/// <summary>Whether two shares differ by more than chance.</summary>
/// <param name="Z">The difference in standard errors.</param>
/// <param name="PValue">The chance of a difference as large where there is none; two-sided.</param>
/// <param name="IsReliable">Whether the counts are large enough for it: at least 5 successes and failures expected in each group.</param>
public sealed record ProportionTest(double Z, double PValue, bool IsReliable);
