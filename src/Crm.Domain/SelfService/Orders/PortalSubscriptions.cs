using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;

namespace Crm.Domain.SelfService;

/// <summary>Subscriptions in the portal: a signed-in customer reads those of the customers that its account acts for, and ends them with their current period.</summary>
/// <remarks>Scoped service. No act saves; the host saves once. Foreign subscriptions look exactly like missing ones, as all do to guests, partners and staff.</remarks>
[FrontDoor]
public sealed class PortalSubscriptions(ICustomerSubscriptions subscriptions, Subscriptions book, CrmActs acts)
{
    /// <summary>Lists a customer's subscriptions, the last one first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">How many at most; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The subscriptions; none when the account does not act for the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<SubscriptionSummary>> ListAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default) =>
        acts.Gate.ActsFor(customerId) ? await book.OfCustomerAsync(customerId, take, cancellationToken).ConfigureAwait(false) : [];

    /// <summary>Reads a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken = default) => Own(await subscriptions.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads a subscription by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none or it is somebody else's.</returns>
    public async Task<CustomerSubscription?> FindAsync(SubscriptionNumber number, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(number);
        return Own(await subscriptions.FindAsync(number, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Ends a subscription on the next day that it can end: that on which its next period would begin.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription, or <c>SubscriptionNotFound</c>, <c>SubscriptionTransitionNotAllowed</c>, <c>SubscriptionEndsAlready</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<CustomerSubscription>> EndAsync(SubscriptionId id, string? reason = null, CancellationToken cancellationToken = default) => acts.MakeOwnAsync(
        async _ => await FindAsync(id, cancellationToken).ConfigureAwait(false) is null
            ? acts.Errors.SubscriptionNotFound(id.ToString())
            : await subscriptions.EndAsync(id, reason, cancellationToken).ConfigureAwait(false),
        cancellationToken);

    private CustomerSubscription? Own(CustomerSubscription? found) => found is not null && acts.Gate.ActsFor(found.CustomerId) ? found : null;
}
