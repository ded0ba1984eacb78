using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>Shows and ends subscriptions for their customers.</summary>
internal sealed class CustomerSubscriptions(ISubscriptionStore subscriptions, CrmActs acts) : ICustomerSubscriptions
{
    public async Task<CustomerSubscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } found ? CustomerSubscription.Of(found) : null;

    public async Task<CustomerSubscription?> FindAsync(SubscriptionNumber number, CancellationToken cancellationToken) =>
        await subscriptions.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false) is { } found ? CustomerSubscription.Of(found) : null;

    public Task<CrmResult<CustomerSubscription>> EndAsync(SubscriptionId id, string? reason, CancellationToken cancellationToken) => acts.MakeOwnAsync<CustomerSubscription>(
        async now =>
        {
            if (await subscriptions.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
            {
                return acts.Errors.SubscriptionNotFound(id.ToString());
            }

            found.CancelAtPeriodEnd(reason, now);
            return CustomerSubscription.Of(found);
        },
        cancellationToken);
}
