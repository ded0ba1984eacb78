using Crm.Domain.Access;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Keeps products in stock: what is in the house, what is set aside, what can be ordered.</summary>
/// <remarks>
/// Scoped service. No act saves; the host saves once. Orders reserve, release and issue by themselves; of two that take the last piece
/// at the same time, the save of one is refused with <c>VersionConflict</c>. Goods that come back are taken in by <see cref="ReceiveAsync"/>
/// once somebody has looked at them.
/// </remarks>
[FrontDoor]
public sealed class Stockroom(IStockStore stock, IProductStore products, CrmActs acts)
{
    /// <summary>Begins to keep a product in stock.</summary>
    /// <param name="sku">The product, by its stock-keeping unit.</param>
    /// <param name="onHand">How much is in the house.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The stock, or <c>ActNotAllowed</c>, <c>ProductUnknown</c>, <c>AlreadyExists</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<StockItem>> KeepAsync(string sku, decimal onHand, CancellationToken cancellationToken = default) => acts.MakeAsync<StockItem>(
        "orders.keep-stock",
        async now =>
        {
            if (await products.FindAsync(sku, cancellationToken).ConfigureAwait(false) is null)
            {
                return acts.Errors.ProductUnknown(sku);
            }

            if (await OfAsync(sku, cancellationToken).ConfigureAwait(false) is not null)
            {
                return acts.Errors.AlreadyExists(sku);
            }

            var made = new StockItem(StockItemId.New(now), sku, onHand, now);
            stock.Add(made);
            return made;
        },
        cancellationToken);

    /// <summary>Takes goods in.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="quantity">How much; above zero.</param>
    /// <param name="note">Where from.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The stock, or <c>ActNotAllowed</c>, <c>StockNotKept</c>, <c>VersionConflict</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<StockItem>> ReceiveAsync(string sku, decimal quantity, string? note = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.receive-stock", sku, expectedVersion, _ => CrmRuling.Permitted, (i, now) => i.Receive(quantity, note, now), cancellationToken);

    /// <summary>Corrects what is in the house by a count.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="onHand">How much was counted; not less than is set aside for orders.</param>
    /// <param name="note">Why it differs.</param>
    /// <param name="expectedVersion">The version the caller saw; null when any will do.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>The stock, or <c>ActNotAllowed</c>, <c>StockNotKept</c>, <c>VersionConflict</c>, <c>StockBelowReserved</c>, <c>InvalidValue</c>.</returns>
    public Task<CrmResult<StockItem>> CorrectAsync(string sku, decimal onHand, string? note = null, long? expectedVersion = null, CancellationToken cancellationToken = default) =>
        ChangeAsync("orders.correct-stock", sku, expectedVersion, i => i.CanCorrect(onHand), (i, now) => i.Correct(onHand, note, now), cancellationToken);

    /// <summary>Finds the stock of a product.</summary>
    /// <param name="sku">The product.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The stock; null when the product is not kept in one or the actor is no member of staff.</returns>
    public async Task<StockItem?> FindAsync(string sku, CancellationToken cancellationToken = default) =>
        acts.Gate.Actor.IsStaff ? await OfAsync(sku, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Lists stocks by stock-keeping unit.</summary>
    /// <param name="after">The last stock-keeping unit of the page before; null for the first page.</param>
    /// <param name="take">Most stocks to return, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The stocks; none when the actor is no member of staff.</returns>
    public async Task<IReadOnlyList<StockItem>> ListAsync(string? after = null, int take = 50, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, PageRequest.MaxTake);
        return acts.Gate.Actor.IsStaff ? await stock.ListAsync(after, take, cancellationToken).ConfigureAwait(false) : [];
    }

    private Task<CrmResult<StockItem>> ChangeAsync(
        string act, string sku, long? expectedVersion, Func<StockItem, CrmRuling> may, Action<StockItem, Instant> change, CancellationToken cancellationToken) =>
        acts.ChangeAsync(act, OfAsync(sku, cancellationToken), e => e.StockNotKept(sku), expectedVersion, may, change, cancellationToken);

    private async Task<StockItem?> OfAsync(string sku, CancellationToken cancellationToken) =>
        (await stock.FindAsync([sku], cancellationToken).ConfigureAwait(false)) is [var item] ? item : null;
}
