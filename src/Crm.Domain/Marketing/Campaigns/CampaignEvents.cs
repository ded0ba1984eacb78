using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A campaign was made.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-created")]
public sealed record CampaignCreated(CampaignId CampaignId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>A campaign was planned otherwise.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-planned")]
public sealed record CampaignPlanned(CampaignId CampaignId, string Key, Instant OccurredAt) : ICrmEvent;

/// <summary>Something was spent on a campaign.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Number">Which cost.</param>
/// <param name="Amount">How much.</param>
/// <param name="OccurredAt">When it was noted.</param>
[CrmEvent("marketing.campaign-cost-added")]
public sealed record CampaignCostAdded(CampaignId CampaignId, int Number, Money Amount, Instant OccurredAt) : ICrmEvent;

/// <summary>A cost turned out to be none.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Number">Which cost.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-cost-removed")]
public sealed record CampaignCostRemoved(CampaignId CampaignId, int Number, Instant OccurredAt) : ICrmEvent;

/// <summary>A campaign changed its status.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="Status">How far it is now.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-moved")]
public sealed record CampaignMoved(CampaignId CampaignId, string Key, CampaignStatus Status, Instant OccurredAt) : ICrmEvent;

/// <summary>It was decided which variant the rest of the audience gets.</summary>
/// <param name="CampaignId">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Verdict">Whether it is better than the others.</param>
/// <param name="OccurredAt">When.</param>
[CrmEvent("marketing.campaign-winner-chosen")]
public sealed record CampaignWinnerChosen(CampaignId CampaignId, string Key, string Variant, WinnerVerdict Verdict, Instant OccurredAt) : ICrmEvent;
