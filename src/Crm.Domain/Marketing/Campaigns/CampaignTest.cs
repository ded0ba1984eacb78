using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>How the best of several variants is found: a share of the audience gets them by weight, and the others get the winner.</summary>
/// <param name="Metric">What counts.</param>
/// <param name="Length">How long after the start it is decided; more than zero.</param>
/// <param name="Share">The share of the audience that takes part; more than zero, at most 1.</param>
/// <param name="Fallback">The variant that the others get when there is no winner.</param>
public sealed record CampaignTest(WinnerMetric Metric, Duration Length, decimal Share, string Fallback)
{
    /// <summary>How sure a winner must be: one minus the chance of calling a winner where all variants are alike.</summary>
    /// <value>0.95 by default; 0.5 to 0.999.</value>
    public decimal Confidence { get; init; } = .95m;
}
