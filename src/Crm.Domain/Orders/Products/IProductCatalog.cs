namespace Crm.Domain.Orders;

/// <summary>
/// Where products and prices come from: the host's own shop or, by default, the <see cref="Product"/> table. Replace it by
/// registering your own implementation before <c>AddCrm</c>.
/// </summary>
public interface IProductCatalog
{
    /// <summary>Looks up products.</summary>
    /// <param name="skus">Stock-keeping units.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The products that exist, by stock-keeping unit.</returns>
    Task<IReadOnlyDictionary<string, CatalogProduct>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken);
}
