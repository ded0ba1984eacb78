using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A lead in a list.</summary>
/// <param name="Id">The lead.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Organisation">The organisation's name.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Score">Its points.</param>
/// <param name="OwnerId">Who answers for it.</param>
/// <param name="QueueId">The queue that it waits in or was given out of.</param>
/// <param name="ReceivedAt">When it came in.</param>
public sealed record LeadSummary(
    LeadId Id, string Name, string? Organisation, string? Topic, string? Source, LeadStatus Status, int Score, string? OwnerId, LeadQueueId? QueueId, Instant ReceivedAt)
{
    /// <summary>What a list shows of a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <returns>The summary.</returns>
    public static LeadSummary Of(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return new(lead.Id, lead.DisplayName, lead.OrganisationName, lead.Topic, lead.Source, lead.Status, lead.Score, lead.OwnerId, lead.QueueId, lead.ReceivedAt);
    }
}
