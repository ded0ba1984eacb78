namespace Crm.Domain.Marketing;

/// <summary>A campaign as it was made or changed.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Key">Its key.</param>
/// <param name="Status">How far it is.</param>
public sealed record SavedCampaign(CampaignId Id, string Key, CampaignStatus Status);
