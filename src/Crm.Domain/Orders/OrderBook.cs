using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>The order book: takes orders, returns and cancellations, and keeps the purchase facts that follow from them.</summary>
/// <remarks>Scoped service. No act saves, but <see cref="ImportAsync"/>, which writes in batches within one transaction.</remarks>
[FrontDoor]
public sealed class OrderBook(
    IOrderStore orders,
    IPurchaseQueries purchases,
    IProductCatalog catalog,
    ICustomerQueries customers,
    ICrmNumberSeries numbers,
    ICrmUnitOfWork unitOfWork,
    IBusinessZone business,
    IBaseRates rates,
    CrmActs acts) : ISettledOrders
{
    /// <summary>Name of the series that order numbers come from.</summary>
    public const string NumberSeries = "order";

    private readonly OrderTaking _taking = new(orders, catalog, customers, numbers, business, rates, acts);
    private readonly OrderStock _stock = new(catalog);

    /// <summary>Places an order and reserves what is kept in stock.</summary>
    /// <param name="order">What is known; names and prices that are left out come from the catalogue.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>
    /// The order, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>PriceNotFound</c>, <c>PriceListNotFound</c>, <c>PriceListNotValid</c>,
    /// <c>PriceListCurrencyDiffers</c>, <c>StockExhausted</c>, <c>OrderKeyReused</c>, <c>AlreadyExists</c>, <c>InvalidValue</c>.
    /// </returns>
    public Task<CrmResult<Order>> PlaceAsync(NewOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return acts.MakeAsync<Order>("orders.place", now => _taking.TakeAsync(order, now, cancellationToken), cancellationToken);
    }

    /// <summary>Finds an order by its id.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The order; null when there is none or the actor may not read it.</returns>
    public async Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken = default) =>
        Readable(await orders.FindAsync(id, cancellationToken).ConfigureAwait(false));

    /// <summary>Finds an order by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The order; null when there is none or the actor may not read it.</returns>
    public async Task<Order?> FindAsync(OrderNumber number, CancellationToken cancellationToken = default) =>
        Readable(await orders.FindByNumberAsync(number, cancellationToken).ConfigureAwait(false));

    /// <summary>Delivers what is open of an order, or some of it, as one delivery. What was reserved leaves the stock.</summary>
    /// <param name="id">The order.</param>
    /// <param name="lines">The lines, each once, with how much of them.</param>
    /// <param name="reference">What the carrier or the store calls the delivery.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c>, <c>DeliveryExceedsOrder</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Order>> DeliverAsync(
        OrderId id, IReadOnlyList<OrderLineQuantity> lines, string? reference = null, long? expectedVersion = null, CancellationToken cancellationToken = default) => MoveAsync(
        "orders.deliver", id, expectedVersion, o => o.CanDeliver(lines), StockMove.Issue, _ => lines,
        (o, now) => o.Deliver(lines, reference, now), reference, cancellationToken);

    /// <summary>Delivers everything that is open of an order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Order>> CompleteAsync(OrderId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        MoveAsync("orders.complete", id, expectedVersion, o => o.CanComplete(), StockMove.Issue, o => o.OpenLines(), (o, now) => o.Complete(now), null, cancellationToken);

    /// <summary>Cancels an order of which nothing was delivered. What was reserved is available again.</summary>
    /// <inheritdoc cref="CompleteAsync" path="/param" />
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Order>> CancelAsync(OrderId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        MoveAsync("orders.cancel", id, expectedVersion, o => o.CanCancel(), StockMove.Release, o => o.OpenLines(), (o, now) => o.Cancel(now, DayOf(now)), null, cancellationToken);

    /// <summary>Cancels quantities that were not delivered. What was reserved of them is available again.</summary>
    /// <inheritdoc cref="CompleteAsync" path="/param" />
    /// <param name="lines">The lines, each once, with how much of them.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c>, <c>CancellationExceedsOrder</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Order>> CancelLinesAsync(
        OrderId id, IReadOnlyList<OrderLineQuantity> lines, long? expectedVersion = null, CancellationToken cancellationToken = default) => MoveAsync(
        "orders.cancel-lines", id, expectedVersion, o => o.CanCancelLines(lines), StockMove.Release, _ => lines, (o, now) => o.CancelLines(lines, now, DayOf(now)), null, cancellationToken);

    /// <summary>Takes delivered goods back.</summary>
    /// <inheritdoc cref="CompleteAsync" path="/param" />
    /// <param name="lineNumber">The line.</param>
    /// <param name="quantity">How much; not more than was delivered.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c>, <c>ReturnExceedsOrder</c>.</returns>
    public Task<CrmResult<Order>> ReturnAsync(
        OrderId id, int lineNumber, decimal quantity, long? expectedVersion = null, CancellationToken cancellationToken = default) => acts.ChangeAsync(
        "orders.return", orders.FindAsync(id, cancellationToken), e => e.OrderNotFound(id.ToString()), expectedVersion,
        o => o.CanReturn(lineNumber, quantity), (o, now) => o.Return(lineNumber, quantity, now, DayOf(now)), cancellationToken);

    /// <summary>A customer's purchase facts, newest first: what, when, quantity, value.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The facts; none when the actor may not read the customer.</returns>
    public async Task<IReadOnlyList<PurchaseFact>> HistoryAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        Reaches(customerId) ? await FollowAsync(customerId, id => purchases.HistoryAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false) : [];

    /// <summary>What a customer bought, newest first, with what came back or was cancelled taken off: one row for each order line.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most rows to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The purchases; none when the actor may not read the customer.</returns>
    public async Task<IReadOnlyList<NetPurchase>> PurchasesAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default)
    {
        Check(take);
        return Reaches(customerId) ? await FollowAsync(customerId, id => purchases.PurchasesAsync(id, take, cancellationToken), cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>A customer's orders, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most orders to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The orders; none when the actor may not read the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<OrderSummary>> OrdersAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default)
    {
        Check(take);
        return Reaches(customerId) ? await FollowAsync(customerId, id => purchases.OrdersAsync(id, take, cancellationToken), cancellationToken).ConfigureAwait(false) : [];
    }

    /// <summary>
    /// Imports purchases of another system in one transaction. Rows that were imported before are left out, so a repeated
    /// import changes nothing. One audit row and one event stand for the whole import; timelines show every order.
    /// </summary>
    /// <param name="system">Name of the other system, at most 32 characters.</param>
    /// <param name="rows">The rows, of resolved customers.</param>
    /// <param name="cancellationToken">Cancels the import; nothing is written then.</param>
    /// <returns>What was done, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>InvalidValue</c>, <c>AlreadyExists</c> where the same import runs elsewhere; nothing is written then.</returns>
    public Task<CrmResult<PurchaseImportResult>> ImportAsync(
        string system, IAsyncEnumerable<ImportedPurchase> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return unitOfWork.InTransactionAsync(
            token => acts.MakeAsync<PurchaseImportResult>("orders.import", async now =>
            {
                var import = new PurchaseImport(Guard.Line(system, 32), orders, customers, numbers, rates, acts.Errors, now);
                var done = await import.RunAsync(rows, token).ConfigureAwait(false);
                if (done.Orders > 0)
                {
                    await orders.RecordImportAsync(new PurchasesImported(Version7.Create(now), system, done.Orders, now), token).ConfigureAwait(false);
                }

                return done;
            }, token),
            cancellationToken);
    }

    /// <inheritdoc />
    Task<CrmResult<OrderId>> ISettledOrders.PlaceAsync(CustomerId customerId, IReadOnlyList<PricedLine> lines, string externalId, CancellationToken cancellationToken) =>
        acts.MakeOwnAsync<OrderId>(
            async now =>
            {
                var hash = OrderFingerprint.Of(lines);
                var placed = await _taking.Placement.PlacedBeforeAsync(externalId, customerId, hash, cancellationToken).ConfigureAwait(false)
                    ?? await _taking.Placement.PlaceAsync(new OrderToPlace(customerId, lines, now, DayOf(now), externalId, hash), now, cancellationToken).ConfigureAwait(false);
                return placed.TryGetValue(out var order) ? order.Id : CrmResult<OrderId>.Failed(placed.Errors);
            },
            cancellationToken);

    // The stock moves before the order changes: where it refuses, nothing has.
    private Task<CrmResult<Order>> MoveAsync(
        string act, OrderId id, long? expectedVersion, Func<Order, CrmRuling> may, StockMove move, Func<Order, IReadOnlyList<OrderLineQuantity>> moving, Action<Order, Instant> change,
        string? reference, CancellationToken cancellationToken) => acts.MakeAsync<Order>(
        act,
        async now =>
        {
            if (await orders.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } order)
            {
                return acts.Errors.OrderNotFound(id.ToString());
            }

            if (expectedVersion is { } expected && expected != order.Version)
            {
                return acts.Errors.VersionConflict($"{nameof(Order)} {id}");
            }

            _ = Guard.OptionalLine(reference, Order.MaxReferenceLength);
            if (may(order) is { IsPermitted: false } refused)
            {
                return refused.ToError(acts.Errors);
            }

            var moved = await _stock.MoveAsync(order, move, moving(order), now, cancellationToken).ConfigureAwait(false);
            if (!moved.Succeeded)
            {
                return CrmResult<Order>.Failed(moved.Errors);
            }

            change(order, now);
            return order;
        },
        cancellationToken);

    private static void Check(int take)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
    }

    private LocalDate DayOf(Instant at) => at.InZone(business.Zone).Date;

    // Nothing under the id of a customer that was merged: the survivor has it.
    private async Task<IReadOnlyList<T>> FollowAsync<T>(CustomerId id, Func<CustomerId, Task<IReadOnlyList<T>>> read, CancellationToken cancellationToken)
    {
        var found = await read(id).ConfigureAwait(false);
        return found.Count == 0 && await customers.SurvivorOfAsync(id, cancellationToken).ConfigureAwait(false) is { } survivor ? await read(survivor).ConfigureAwait(false) : found;
    }

    private bool Reaches(CustomerId customerId) => acts.Gate.Readable.Includes(customerId.ToSubject());

    private Order? Readable(Order? found) => found is not null && Reaches(found.CustomerId) ? found : null;
}
