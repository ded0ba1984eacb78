using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>A response as it is heard of.</summary>
/// <param name="RecipientId">The recipient.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Key">The same each time that it is told of, such as the id of the provider's event; one line of at most 200 characters.</param>
public sealed record CampaignResponseDetails(CampaignRecipientId RecipientId, CampaignResponseKind Kind, string Key)
{
    /// <summary>When it happened; what lies in the future counts as now.</summary>
    /// <value>Null by default: now.</value>
    public Instant? At { get; init; }

    /// <summary>What is known besides, such as the link or why it came back; one line of at most 400 characters.</summary>
    public string? Detail { get; init; }
}
