using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Reads campaigns without tracking.</summary>
public interface ICampaignQueries
{
    /// <summary>Lists campaigns, made last first; at most a thousand.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The campaigns.</returns>
    Task<IReadOnlyList<CampaignSummary>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Finds a campaign.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The campaign, or null.</returns>
    Task<CampaignDetails?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Lists recipients by customer.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="status">How far they are; null for all.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One page.</returns>
    Task<Page<CampaignRecipientSummary>> RecipientsAsync(CampaignId id, CampaignRecipientStatus? status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Counts recipients and what they did.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The rows, in order of status, reason and variant.</returns>
    Task<IReadOnlyList<CampaignCount>> CountsAsync(CampaignId id, CancellationToken cancellationToken);

    /// <summary>Counts who bought of those who were to get a campaign, and of its control group.</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="revenue">What counts as buying.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Both groups and their buyers; null where the area of the revenue is not in use.</returns>
    Task<(VariantResult Treated, VariantResult Control)?> BuyersAsync(CampaignId id, RevenueKind revenue, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>What campaigns were sent.</summary>
    /// <param name="from">The first moment of sending.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The touches.</returns>
    Task<IReadOnlyList<CampaignTouch>> TouchesAsync(Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>Orders, net of what came back, or deals that were won.</summary>
    /// <param name="revenue">Which.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The facts by moment; none where the area is not in use.</returns>
    Task<IReadOnlyList<RevenueFact>> RevenueAsync(RevenueKind revenue, Instant from, Instant to, CancellationToken cancellationToken);
}
