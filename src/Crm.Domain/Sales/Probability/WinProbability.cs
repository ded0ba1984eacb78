namespace Crm.Domain.Sales;

/// <summary>The chance of one deal, with its reasons.</summary>
/// <param name="Value">From 0 to 1.</param>
/// <param name="PriorLogOdds">The logarithm of the odds before anything is known of the deal but its team.</param>
/// <param name="Because">What each trait adds, the weightiest first.</param>
public sealed record WinProbability(double Value, double PriorLogOdds, IReadOnlyList<WinReason> Because)
{
    /// <summary>The sum of the prior and the reasons: the logarithm of the odds before limits.</summary>
    public double LogOdds => PriorLogOdds + Because.Sum(r => r.LogOdds);
}
