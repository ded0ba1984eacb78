namespace Crm.Domain.Marketing;

/// <summary>What templates of campaigns may name besides the usual.</summary>
public static class CampaignNames
{
    /// <summary>The name of the campaign.</summary>
    public const string Name = "campaign.name";

    /// <summary>The token by which the customer opts out; see <see cref="CampaignResponses.OptOutAsync"/>. Empty where the host gave no key.</summary>
    public const string OptOutToken = "campaign.optOutToken";

    /// <summary>The token by which opens and clicks are followed; see <see cref="CampaignResponses.TrackAsync"/>. Empty for those who did not agree to it.</summary>
    public const string TrackingToken = "campaign.trackingToken";
}
