namespace Crm.Domain.Marketing;

/// <summary>A segment of the audience of a campaign, or one that is left out.</summary>
public sealed class CampaignSegment
{
    private CampaignSegment() => Key = null!;

    internal CampaignSegment(string key, bool isExcluded) => (Key, IsExcluded) = (key, isExcluded);

    /// <summary>The segment's key.</summary>
    public string Key { get; private set; }

    /// <summary>Whether its members are left out.</summary>
    public bool IsExcluded { get; private set; }

    internal void Set(bool isExcluded) => IsExcluded = isExcluded;
}
