using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Loads recipients and responses to change them. Finds nothing where campaigns are not in use. Never saves.</summary>
public interface ICampaignResponseStore
{
    /// <summary>Loads a recipient.</summary>
    /// <param name="id">The recipient.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked recipient, or null.</returns>
    Task<CampaignRecipient?> FindAsync(CampaignRecipientId id, CancellationToken cancellationToken);

    /// <summary>Loads the recipient of a message.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked recipient; null for a message of something else.</returns>
    Task<CampaignRecipient?> OfMessageAsync(OutboundMessageId messageId, CancellationToken cancellationToken);

    /// <summary>Loads the recipient whose message an interaction answers.</summary>
    /// <param name="interactionId">The interaction.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked recipient; null for an answer to something else, or none.</returns>
    Task<CampaignRecipient?> AnsweredByAsync(InteractionId interactionId, CancellationToken cancellationToken);

    /// <summary>Whether a response was heard of, new ones of this unit of work included.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>True when it was.</returns>
    Task<bool> KnowsAsync(string key, CancellationToken cancellationToken);

    /// <summary>Loads the responses of a recipient that are not noted with it yet, oldest first.</summary>
    /// <param name="id">The recipient.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked responses.</returns>
    Task<IReadOnlyList<CampaignResponse>> WaitingAsync(CampaignRecipientId id, CancellationToken cancellationToken);

    /// <summary>The recipients to whom a campaign was sent lately.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="from">The earliest moment of sending.</param>
    /// <param name="to">The latest.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Their ids.</returns>
    Task<IReadOnlyList<CampaignRecipientId>> SentAsync(CustomerId customerId, Instant from, Instant to, CancellationToken cancellationToken);

    /// <summary>Adds a response, to be written by the next save.</summary>
    /// <param name="response">The response.</param>
    void Add(CampaignResponse response);
}
