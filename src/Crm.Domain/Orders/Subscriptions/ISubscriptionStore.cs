using Crm.Domain.Customers;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Loads subscriptions to change them. Finds nothing of another tenant. Never saves.</summary>
public interface ISubscriptionStore
{
    /// <summary>Loads a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked subscription, or null.</returns>
    Task<Subscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Loads a subscription by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked subscription, or null.</returns>
    Task<Subscription?> FindByNumberAsync(SubscriptionNumber number, CancellationToken cancellationToken);

    /// <summary>Loads subscriptions of which a period is due, the longest overdue first.</summary>
    /// <param name="today">The day, in the business's own time zone.</param>
    /// <param name="take">Most subscriptions to load.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The tracked subscriptions.</returns>
    Task<IReadOnlyList<Subscription>> DueAsync(LocalDate today, int take, CancellationToken cancellationToken);

    /// <summary>Which of some customers were erased.</summary>
    /// <param name="ids">The customers.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Those that were.</returns>
    Task<IReadOnlySet<CustomerId>> ErasedAsync(IReadOnlyCollection<CustomerId> ids, CancellationToken cancellationToken);

    /// <summary>A customer's subscriptions, the last one first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most subscriptions to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The subscriptions, also those that are over.</returns>
    Task<IReadOnlyList<SubscriptionSummary>> OfCustomerAsync(CustomerId customerId, int take, CancellationToken cancellationToken);

    /// <summary>How long contracts lasted, counted by the database.</summary>
    /// <param name="sku">The product; null for all.</param>
    /// <param name="periodMonths">The length of a period in months: contracts of other lengths are left out.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The cohorts by the month in which they started; contracts whose first period did not begin yet are in none.</returns>
    Task<IReadOnlyList<ContractCohort>> CohortsAsync(string? sku, int periodMonths, CancellationToken cancellationToken);

    /// <summary>Adds a new subscription, to be written by the next save.</summary>
    /// <param name="subscription">The subscription.</param>
    void Add(Subscription subscription);
}
