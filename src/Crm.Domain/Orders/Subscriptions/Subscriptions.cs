using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Starts subscriptions, books their periods, pauses and ends them, and says how long contracts last.</summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. Periods are booked in the background as they come due, by however many processes:
/// each is one order under an id of its own, so that it is bought once.
/// </remarks>
[FrontDoor]
public sealed class Subscriptions(
    ISubscriptionStore subscriptions,
    IOrderStore orders,
    IProductCatalog catalog,
    ICustomerQueries customers,
    ICrmNumberSeries numbers,
    IBaseRates rates,
    IBusinessZone business,
    CrmActs acts)
{
    /// <summary>Name of the series that subscription numbers come from.</summary>
    public const string NumberSeries = "subscription";

    /// <summary>Most subscriptions of one batch of renewals.</summary>
    public const int MaxBatch = 1_000;

    private readonly OrderPricing _pricing = new(catalog, acts.Errors);
    private readonly SubscriptionBilling _billing = new(new OrderPlacement(orders, catalog, numbers, rates, acts.Errors), business.Zone);

    /// <summary>Starts a subscription and books the periods that are due by today.</summary>
    /// <param name="subscription">What is known; name and price that are left out come from the catalogue.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>PriceNotFound</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Subscription>> StartAsync(NewSubscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return acts.MakeAsync<Subscription>(
            "orders.start-subscription",
            async now =>
            {
                if (await customers.IdentifyAsync(subscription.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
                {
                    return acts.Errors.CustomerNotFound(subscription.CustomerId.ToString());
                }

                var today = Today(now);
                var line = new NewOrderLine(subscription.Sku, subscription.Quantity) { UnitPrice = subscription.UnitPrice, Description = subscription.Description };
                var priced = await _pricing.PriceAsync(new NewOrder(customer.Id, [line]), customer.Id, today, cancellationToken).ConfigureAwait(false);
                if (!priced.TryGetValue(out var settled))
                {
                    return CrmResult<Subscription>.Failed(priced.Errors);
                }

                Subscription Make(SubscriptionNumber number) => new(
                    SubscriptionId.New(now), number, subscription with { CustomerId = customer.Id }, settled.Lines[0], subscription.StartsOn ?? today, now);
                _ = Make(SubscriptionNumber.From(1));
                var drawn = await numbers.NextAsync(NumberSeries, 1, cancellationToken).ConfigureAwait(false);
                var started = Make(SubscriptionNumber.From(drawn[0]));
                await _billing.SettleAsync(started, today, now, cancellationToken).ConfigureAwait(false);
                subscriptions.Add(started);
                return started;
            },
            cancellationToken);
    }

    /// <summary>Books the periods that are due by today, ends what is over and cancels what erased customers had; the hosted service does so by itself.</summary>
    /// <param name="take">Most subscriptions to take, 1 to <see cref="MaxBatch"/>.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscriptions of which something was due, or <c>ActNotAllowed</c>. A period that cannot be booked is tried again the next day, and said on the subscription.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is out of its bounds.</exception>
    public Task<CrmResult<IReadOnlyList<Subscription>>> RenewDueAsync(int take = 100, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, MaxBatch);
        return acts.MakeAsync<IReadOnlyList<Subscription>>(
            "orders.renew-subscriptions",
            async now =>
            {
                var today = Today(now);
                var due = await subscriptions.DueAsync(today, take, cancellationToken).ConfigureAwait(false);
                var erased = due.Count == 0 ? null : await subscriptions.ErasedAsync([.. due.Select(s => s.CustomerId).Distinct()], cancellationToken).ConfigureAwait(false);
                foreach (var subscription in due)
                {
                    // Nobody is left who could buy or pay.
                    if (erased!.Contains(subscription.CustomerId))
                    {
                        subscription.Cancel(null, today, now);
                        continue;
                    }

                    await _billing.SettleAsync(subscription, today, now, cancellationToken).ConfigureAwait(false);
                }

                return due.ToList();
            },
            cancellationToken);
    }

    /// <summary>Pauses a subscription: no period begins until it is resumed.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>SubscriptionNotFound</c>, <c>VersionConflict</c>, <c>SubscriptionTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Subscription>> PauseAsync(SubscriptionId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.pause-subscription", id, expectedVersion, s => s.CanPause(), (s, now) => s.Pause(Today(now), now), cancellationToken);

    /// <summary>Resumes a subscription; the days of the pause are added to the period that was running.</summary>
    /// <inheritdoc cref="PauseAsync" path="/param" />
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>SubscriptionNotFound</c>, <c>VersionConflict</c>, <c>SubscriptionTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Subscription>> ResumeAsync(SubscriptionId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.resume-subscription", id, expectedVersion, s => s.CanResume(), (s, now) => s.Resume(Today(now), now), cancellationToken);

    /// <summary>Cancels a subscription at once.</summary>
    /// <inheritdoc cref="PauseAsync" path="/param" />
    /// <param name="reason">Why.</param>
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>SubscriptionNotFound</c>, <c>VersionConflict</c>, <c>SubscriptionTransitionNotAllowed</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Subscription>> CancelAsync(SubscriptionId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.cancel-subscription", id, expectedVersion, s => s.CanCancel(), (s, now) => s.Cancel(reason, Today(now), now), cancellationToken);

    /// <summary>Cancels a subscription for the end of its current period.</summary>
    /// <inheritdoc cref="PauseAsync" path="/param" />
    /// <param name="reason">Why.</param>
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>SubscriptionNotFound</c>, <c>VersionConflict</c>, <c>SubscriptionTransitionNotAllowed</c>, <c>SubscriptionEndsAlready</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Subscription>> CancelAtPeriodEndAsync(SubscriptionId id, string? reason = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.end-subscription", id, expectedVersion, s => s.CanCancelAtPeriodEnd(), (s, now) => s.CancelAtPeriodEnd(reason, now), cancellationToken);

    /// <summary>Changes the price of a subscription from its next period on.</summary>
    /// <inheritdoc cref="PauseAsync" path="/param" />
    /// <param name="price">The price of one for one period, in the same currency.</param>
    /// <returns>The subscription, or <c>ActNotAllowed</c>, <c>SubscriptionNotFound</c>, <c>VersionConflict</c>, <c>SubscriptionTransitionNotAllowed</c>, <c>SubscriptionCurrencyDiffers</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Subscription>> ChangePriceAsync(SubscriptionId id, Money price, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.reprice-subscription", id, expectedVersion, s => s.CanChangePrice(price), (s, now) => s.ChangePrice(price, now), cancellationToken);

    /// <summary>Finds a subscription by its id.</summary>
    /// <param name="id">The subscription.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none or the actor may not read it.</returns>
    public async Task<Subscription?> FindAsync(SubscriptionId id, CancellationToken cancellationToken = default) =>
        Readable(await subscriptions.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds a subscription by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The subscription; null when there is none or the actor may not read it.</returns>
    public async Task<Subscription?> FindAsync(SubscriptionNumber number, CancellationToken cancellationToken = default) =>
        Readable(await subscriptions.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false));

    /// <summary>A customer's subscriptions, the last one first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most subscriptions to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The subscriptions, also those that are over; none when the actor may not read the customer.</returns>
    public async Task<IReadOnlyList<SubscriptionSummary>> OfCustomerAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return Reaches(customerId) ? await subscriptions.OfCustomerAsync(customerId, take, cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>How long contracts last, by the month in which they started: what the models of contracts learn from.</summary>
    /// <param name="periodMonths">The length of a period in months: contracts of other lengths are left out.</param>
    /// <param name="sku">The product; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The cohorts by month; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<ContractCohort>> CohortsAsync(int periodMonths, string? sku = null, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await subscriptions.CohortsAsync(sku, periodMonths, cancellationToken).ConfigureAwait(false) : [];

    private Task<CrmResult<Subscription>> ChangeAsync(
        string act, SubscriptionId id, long? expectedVersion, Func<Subscription, CrmRuling> may, Action<Subscription, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, subscriptions.FindAsync(id, cancellationToken), e => e.SubscriptionNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

    private LocalDate Today(Instant now) => now.InZone(business.Zone).Date;

    private bool Reaches(CustomerId customerId) => acts.Gate.Readable.Includes(customerId.ToSubject());

    private Subscription? Readable(Subscription? found) => found is not null && Reaches(found.CustomerId) ? found : null;
}
