using Crm.Domain.Primitives;

namespace Crm.Domain.Orders;

/// <summary>
/// Where products, prices and stock come from: the host's own shop or, by default, the CRM's own tables. Replace it by registering
/// your own implementation before <c>AddCrm</c>. One that only knows products sells them at their own prices and without a stock.
/// </summary>
public interface IProductCatalog
{
    /// <summary>Looks up products.</summary>
    /// <param name="skus">Stock-keeping units.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The products that exist, by stock-keeping unit.</returns>
    Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>Prices quantities of products for a customer where they do not cost what <see cref="FindAsync"/> says. Unless it is implemented, they always do.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>
    /// The price of one of each product that has another price than its own, by stock-keeping unit, in the currency that was asked;
    /// or <c>PriceListNotFound</c>, <c>PriceListNotValid</c>, <c>PriceListCurrencyDiffers</c>.
    /// </returns>
    Task<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>> PriceAsync(PriceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.FromResult<CrmResult<IReadOnlyDictionary<string, CatalogPrice>>>(
            request.PriceList is { } named ? CrmErrorDescriber.Default.PriceListNotFound(named) : new Dictionary<string, CatalogPrice>());
    }

    /// <summary>
    /// Reserves, releases or issues what an order needs, in the caller's unit of work, all of it or nothing. Unless it is implemented,
    /// nothing is kept in stock and everything can be had.
    /// </summary>
    /// <param name="movement">What is to move.</param>
    /// <param name="cancellationToken">Cancels the movement.</param>
    /// <returns>The stock of each product that is kept in one, by stock-keeping unit; others are not in it. Or <c>StockExhausted</c>.</returns>
    Task<CrmResult<IReadOnlyDictionary<string, StockItemId>>> MoveStockAsync(StockMovement movement, CancellationToken cancellationToken) =>
        Task.FromResult<CrmResult<IReadOnlyDictionary<string, StockItemId>>>(new Dictionary<string, StockItemId>());
}
