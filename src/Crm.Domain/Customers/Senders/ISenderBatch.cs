using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

/// <summary>The senders of one batch of messages. What it changes is written by <see cref="WriteAsync"/> and the save that follows.</summary>
public interface ISenderBatch
{
    /// <summary>Looks customers up.</summary>
    /// <param name="addresses">Addresses that messages came from.</param>
    /// <param name="ids">Customers that somebody named.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>When they are known.</returns>
    Task LoadAsync(IReadOnlyCollection<SenderAddress> addresses, IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>The living customers at an address that was looked up or recorded in this batch.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The customers.</returns>
    IReadOnlyList<SenderMatch> Find(SenderAddress address);

    /// <summary>A customer that was looked up, or its survivor.</summary>
    /// <param name="id">The customer.</param>
    /// <returns>The customer; null when there is none.</returns>
    SenderMatch? Find(CustomerId id);

    /// <summary>Records a person, a prospect as every new customer is, with the address that it wrote from.</summary>
    /// <param name="name">The name.</param>
    /// <param name="address">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <returns>The person.</returns>
    SenderMatch Record(PersonName name, SenderAddress address, Instant now);

    /// <summary>Notes at every customer who has an e-mail address that mail does not arrive there.</summary>
    /// <param name="email">The address.</param>
    /// <param name="reason">Why, one line of at most <see cref="ContactPoint.MaxLabelLength"/> characters; null to note nothing and only say whose it is.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The customers who have the address.</returns>
    Task<IReadOnlyList<SenderMatch>> MarkUnreachableAsync(EmailAddress email, string? reason, Instant now, CancellationToken cancellationToken);

    /// <summary>Writes the persons that were recorded. Customers that changed are written by the next save.</summary>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>When they are written.</returns>
    Task WriteAsync(CancellationToken cancellationToken);
}
