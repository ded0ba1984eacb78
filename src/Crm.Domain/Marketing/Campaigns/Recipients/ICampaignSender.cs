using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Writes the messages of campaigns and hands them on. The usual one goes through the outbound messages.</summary>
public interface ICampaignSender
{
    /// <summary>Writes the message of each recipient and hands it on, or skips the recipient.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="recipients">Planned recipients of it.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customers that were skipped.</returns>
    Task<IReadOnlyList<CustomerId>> SendAsync(Campaign campaign, IReadOnlyList<CampaignRecipient> recipients, Instant now, CancellationToken cancellationToken);
}
