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
    CrmActs acts) : ISettledOrders
{
    /// <summary>Name of the series that order numbers come from.</summary>
    public const string NumberSeries = "order";

    /// <summary>Places an order.</summary>
    /// <param name="order">What is known; names and prices that are left out come from the catalogue.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>CustomerNotFound</c>, <c>ProductUnknown</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<Order>> PlaceAsync(NewOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        return acts.MakeAsync<Order>("orders.place", async now =>
        {
            if (await customers.IdentifyAsync(order.CustomerId, cancellationToken).ConfigureAwait(false) is not { } customer)
            {
                return acts.Errors.CustomerNotFound(order.CustomerId.ToString());
            }

            if (await PlacedBeforeAsync(order.ExternalId, customer.Id, cancellationToken).ConfigureAwait(false) is { } before)
            {
                return before;
            }

            var placedAt = (order.PlacedAt ?? now).ToMicroseconds();
            if (placedAt > now)
            {
                return acts.Errors.InvalidValue(nameof(order.PlacedAt), "An order that is placed is not in the future.");
            }

            var lines = order.Lines.Select(l => l with { Sku = Guard.Line(l.Sku, 64, nameof(l.Sku)) }).ToList();
            var offered = await catalog.FindAsync([.. lines.Select(l => l.Sku).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            var unknown = lines.Where(l => !offered.ContainsKey(l.Sku)).Select(l => acts.Errors.ProductUnknown(l.Sku)).ToList();
            if (unknown.Count > 0)
            {
                return CrmResult<Order>.Failed(unknown);
            }

            var priced = lines.Select(l => Price(l, offered[l.Sku])).ToList();
            return await AddAsync(customer.Id, priced, placedAt, order.ExternalId, now, cancellationToken).ConfigureAwait(false);
        }, cancellationToken);
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

    /// <summary>Delivers an order.</summary>
    /// <param name="id">The order.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Order>> CompleteAsync(OrderId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.complete", id, expectedVersion, o => o.CanComplete(), (o, now) => o.Complete(now), cancellationToken);

    /// <summary>Cancels an order that is not delivered.</summary>
    /// <inheritdoc cref="CompleteAsync" path="/param" />
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>.</returns>
    public Task<CrmResult<Order>> CancelAsync(OrderId id, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.cancel", id, expectedVersion, o => o.CanCancel(), (o, now) => o.Cancel(now, DayOf(now)), cancellationToken);

    /// <summary>Takes goods back.</summary>
    /// <inheritdoc cref="CompleteAsync" path="/param" />
    /// <param name="lineNumber">The line.</param>
    /// <param name="quantity">How much.</param>
    /// <returns>The order, or <c>ActNotAllowed</c>, <c>OrderNotFound</c>, <c>VersionConflict</c>, <c>OrderTransitionNotAllowed</c>, <c>OrderLineNotFound</c>, <c>ReturnExceedsOrder</c>.</returns>
    public Task<CrmResult<Order>> ReturnAsync(
        OrderId id, int lineNumber, decimal quantity, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync(
            "orders.return", id, expectedVersion, o => o.CanReturn(lineNumber, quantity), (o, now) => o.Return(lineNumber, quantity, now, DayOf(now)), cancellationToken);

    /// <summary>A customer's purchase facts, newest first: what, when, quantity, value.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The facts; none when the actor may not read the customer.</returns>
    public async Task<IReadOnlyList<PurchaseFact>> HistoryAsync(CustomerId customerId, CancellationToken cancellationToken = default) =>
        Reaches(customerId) ? await FollowAsync(customerId, id => purchases.HistoryAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false) : [];

    /// <summary>A customer's orders, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most orders to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The orders; none when the actor may not read the customer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="take"/> is not 1 to 1,000.</exception>
    public async Task<IReadOnlyList<OrderSummary>> OrdersAsync(CustomerId customerId, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
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
                var import = new PurchaseImport(Guard.Line(system, 32), orders, customers, numbers, acts.Errors, now);
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
            async now => await PlacedBeforeAsync(externalId, customerId, cancellationToken).ConfigureAwait(false) is { } before
                ? before.TryGetValue(out var order) ? order.Id : CrmResult<OrderId>.Failed(before.Errors)
                : (await AddAsync(customerId, lines, now, externalId, now, cancellationToken).ConfigureAwait(false)).Id,
            cancellationToken);

    private async Task<CrmResult<Order>?> PlacedBeforeAsync(string? externalId, CustomerId customerId, CancellationToken cancellationToken) =>
        externalId is null || await orders.FindByExternalIdAsync(externalId, cancellationToken).ConfigureAwait(false) is not { } before ? null
        : before.CustomerId == customerId ? before
        : acts.Errors.AlreadyExists(externalId);

    private async Task<Order> AddAsync(CustomerId customerId, IReadOnlyList<PricedLine> lines, Instant placedAt, string? externalId, Instant now, CancellationToken cancellationToken)
    {
        var drawn = await numbers.NextAsync(NumberSeries, 1, cancellationToken).ConfigureAwait(false);
        var placed = new Order(OrderId.New(now), OrderNumber.From(drawn[0]), customerId, lines, placedAt, DayOf(placedAt), externalId);
        orders.Add(placed);
        return placed;
    }

    private static PricedLine Price(NewOrderLine line, CatalogProduct product) =>
        new(product.Sku, line.Description ?? product.Name, line.Quantity, line.UnitPrice ?? product.Price) { UnitCost = product.Cost, Discount = line.Discount };

    private Task<CrmResult<Order>> ChangeAsync(
        string act, OrderId id, long? expectedVersion, Func<Order, CrmRuling> may, Action<Order, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, orders.FindAsync(id, cancellationToken), e => e.OrderNotFound(id.ToString()), expectedVersion, may, change, cancellationToken);

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
