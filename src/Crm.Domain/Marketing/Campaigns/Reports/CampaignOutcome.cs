namespace Crm.Domain.Marketing;

/// <summary>What came of a campaign so far.</summary>
/// <param name="Summary">The campaign with its cost.</param>
/// <param name="Rows">Its recipients by status, reason and variant: all of them, each in one row.</param>
/// <param name="Effect">The difference to the control group; null without one, before it started, or where neither orders nor deals are in use.</param>
public sealed record CampaignOutcome(CampaignSummary Summary, IReadOnlyList<CampaignCount> Rows, CampaignEffect? Effect);
