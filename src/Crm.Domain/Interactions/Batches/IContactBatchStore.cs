using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>Reads and writes the contacts of a batch of messages. Finds nothing of another tenant. Never saves.</summary>
public interface IContactBatchStore
{
    /// <summary>The contacts that some messages of another system became.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="externalIds">Ids there.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The contacts that exist.</returns>
    Task<IReadOnlyList<RecordedContact>> FindAsync(ChannelKey channel, IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>Contacts by id.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The contacts that exist.</returns>
    Task<IReadOnlyList<RecordedContact>> FindAsync(IReadOnlyCollection<InteractionId> ids, CancellationToken cancellationToken);

    /// <summary>Contacts of customers about cases.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="since">From when.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The contacts.</returns>
    Task<IReadOnlyList<RecordedContact>> ConversationsAsync(ChannelKey channel, IReadOnlyCollection<CustomerId> customers, Instant since, CancellationToken cancellationToken);

    /// <inheritdoc cref="IContactBatch.AddressesAsync" />
    Task<IReadOnlyList<(SubjectReference Record, string Address)>> AddressesAsync(
        IReadOnlyCollection<(SubjectReference Record, CustomerId CustomerId)> records, CancellationToken cancellationToken);

    /// <summary>Writes new contacts with their parts, audit, timeline and events at once.</summary>
    /// <param name="interactions">The contacts.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task InsertAsync(IReadOnlyList<Interaction> interactions, CancellationToken cancellationToken);
}
