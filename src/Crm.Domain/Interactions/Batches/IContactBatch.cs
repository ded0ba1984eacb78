using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>The contacts of one batch of messages.</summary>
public interface IContactBatch
{
    /// <summary>Looks up contacts by the ids of their messages.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="externalIds">Ids there, some of which may name none.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When they are known.</returns>
    Task LoadAsync(ChannelKey channel, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>Looks up contacts.</summary>
    /// <param name="ids">Their ids.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When they are known.</returns>
    Task LoadAsync(IReadOnlyCollection<InteractionId> ids, CancellationToken cancellationToken);

    /// <summary>Looks up what customers wrote, or were written to, about cases.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="since">From when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When it is known.</returns>
    Task LoadConversationsAsync(ChannelKey channel, IReadOnlyCollection<CustomerId> customers, Instant since, CancellationToken cancellationToken);

    /// <summary>What was looked up or added in this batch of a customer's conversation on a channel, latest first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="since">From when.</param>
    /// <returns>The contacts.</returns>
    IEnumerable<RecordedContact> Conversation(ChannelKey channel, CustomerId customer, Instant since);

    /// <summary>A contact that was looked up or added in this batch.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="externalId">The id of its message there.</param>
    /// <returns>The contact, or null.</returns>
    RecordedContact? Find(ChannelKey channel, string externalId);

    /// <summary>A contact that was looked up or added in this batch.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The contact, or null.</returns>
    RecordedContact? Find(InteractionId id);

    /// <summary>The addresses of those who took part in what a customer and others wrote about some records.</summary>
    /// <param name="records">Each record with the customer whose contacts count; what others wrote by themselves does not.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Record and address.</returns>
    Task<IReadOnlyList<(SubjectReference Record, string Address)>> AddressesAsync(
        IReadOnlyCollection<(SubjectReference Record, CustomerId CustomerId)> records, CancellationToken cancellationToken);

    /// <summary>Adds a contact. Its customers are living ones.</summary>
    /// <param name="id">The id that it gets.</param>
    /// <param name="contact">What is known.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentException">What is known cannot be recorded.</exception>
    RecordedContact Add(InteractionId id, ContactDetails contact, Instant now);

    /// <summary>Writes the contacts that were added.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task WriteAsync(CancellationToken cancellationToken);
}
