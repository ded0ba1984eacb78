namespace Crm.Domain.Marketing;

/// <summary>Loads campaigns to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ICampaignStore
{
    /// <summary>Loads a campaign.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked campaign, or null.</returns>
    Task<Campaign?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Loads a campaign.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked campaign, or null.</returns>
    Task<Campaign?> FindAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>Adds a new campaign, to be written by the next save.</summary>
    /// <param name="campaign">The campaign.</param>
    void Add(Campaign campaign);
}
