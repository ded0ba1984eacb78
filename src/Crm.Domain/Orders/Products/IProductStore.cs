namespace Crm.Domain.Orders;

/// <summary>Loads products of the default catalogue to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IProductStore
{
    /// <summary>Loads a product.</summary>
    /// <param name="sku">The stock-keeping unit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked product, or null.</returns>
    Task<Product?> FindAsync(string sku, CancellationToken cancellationToken);

    /// <summary>Reads products without tracking.</summary>
    /// <param name="skus">Stock-keeping units.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Those that exist.</returns>
    Task<IReadOnlyList<CatalogProduct>> ReadAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>Reads products without tracking, by stock-keeping unit.</summary>
    /// <param name="after">The last stock-keeping unit of the page before; null for the first page.</param>
    /// <param name="take">Most products to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The products.</returns>
    Task<IReadOnlyList<CatalogProduct>> ListAsync(string? after, int take, CancellationToken cancellationToken);

    /// <summary>Whether a product is a component of a bundle.</summary>
    /// <param name="sku">The stock-keeping unit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Whether it is.</returns>
    Task<bool> IsComponentAsync(string sku, CancellationToken cancellationToken);

    /// <summary>Adds a new product, to be written by the next save.</summary>
    /// <param name="product">The product.</param>
    void Add(Product product);
}
