using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Books the periods of subscriptions as orders. The number and the period make the order's id, so that no period is booked twice.</summary>
internal sealed class SubscriptionBilling(OrderPlacement placement, DateTimeZone zone)
{
    /// <summary>Books every period that is due and ends what is over.</summary>
    /// <returns>How many periods were booked, refused or ended.</returns>
    public async Task<int> SettleAsync(Subscription subscription, LocalDate today, Instant now, CancellationToken cancellationToken)
    {
        var done = 0;
        for (; subscription.IsDue(today); done++)
        {
            if (subscription.IsAtItsEnd)
            {
                subscription.End(now);
                continue;
            }

            var booked = await BookAsync(subscription, now, cancellationToken).ConfigureAwait(false);
            if (booked.TryGetValue(out var order))
            {
                subscription.Renew(order.Id, now);
            }
            else
            {
                subscription.RefuseRenewal(booked.Errors[0].Code, today.PlusDays(1), now);
            }
        }

        return done;
    }

    private async Task<CrmResult<Order>> BookAsync(Subscription subscription, Instant now, CancellationToken cancellationToken)
    {
        var on = subscription.NextOn!.Value;
        var key = FormattableString.Invariant($"subscription:{subscription.Number}:{subscription.Periods + 1}");
        if (await placement.PlacedBeforeAsync(key, subscription.CustomerId, null, cancellationToken).ConfigureAwait(false) is { } before)
        {
            return before;
        }

        try
        {
            var line = new PricedLine(subscription.Sku, subscription.Description, subscription.Quantity, subscription.DuePrice);
            var at = Instant.Min(on.AtStartOfDayInZone(zone).ToInstant(), now);
            var placed = await placement.PlaceAsync(new OrderToPlace(subscription.CustomerId, [line], at, on, key, null), now, cancellationToken).ConfigureAwait(false);

            // What is kept in stock has still to be delivered; everything else is served by the period itself.
            if (placed.TryGetValue(out var order) && order.StockMoves.Count == 0)
            {
                order.Complete(now);
            }

            return placed;
        }
        catch (CrmRuleException refused)
        {
            return CrmResult<Order>.Failed(refused.Errors);
        }
        catch (Exception invalid) when (invalid is ArgumentException or OverflowException)
        {
            return CrmErrorDescriber.Default.InvalidValue(nameof(Subscription), invalid.Message);
        }
    }
}
