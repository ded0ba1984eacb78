using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A campaign with everything that was planned for it.</summary>
/// <param name="Summary">The campaign.</param>
/// <param name="Draft">What it is, as it could be planned again.</param>
/// <param name="Costs">What was spent on it.</param>
/// <param name="TestEndsAt">When the winner is chosen; null without a test, and afterwards.</param>
/// <param name="Winner">The variant that the rest of the audience gets; null before that is decided.</param>
/// <param name="Verdict">Whether it is better than the others.</param>
public sealed record CampaignDetails(CampaignSummary Summary, CampaignDraft Draft, IReadOnlyList<CampaignCostLine> Costs, Instant? TestEndsAt, string? Winner, WinnerVerdict? Verdict);
