using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Subscriptions as customers see and end them, for areas that have settled already that the customer may. Nothing is saved.</summary>
public interface ICustomerSubscriptions
{
    /// <summary>Reads a subscription.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none.</returns>
    Task<CustomerSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken);

    /// <summary>Reads a subscription by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none.</returns>
    Task<CustomerSubscription?> FindAsync(SubscriptionNumber number, CancellationToken cancellationToken);

    /// <summary>Ends a subscription with its current period, which is paid.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription, or <c>SubscriptionNotFound</c>, <c>SubscriptionTransitionNotAllowed</c>, <c>SubscriptionEndsAlready</c>, <c>InvalidValue</c>.</returns>
    Task<CrmResult<CustomerSubscription>> EndAsync(SubscriptionId id, string? reason, CancellationToken cancellationToken);
}
