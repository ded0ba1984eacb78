namespace Crm.Domain.Orders;

/// <summary>Loads products of the default catalogue to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IProductStore
{
    /// <summary>Loads a product.</summary>
    /// <param name="sku">The stock-keeping unit.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked product, or null.</returns>
    Task<Product?> FindAsync(string sku, CancellationToken cancellationToken);

    /// <summary>Adds a new product, to be written by the next save.</summary>
    /// <param name="product">The product.</param>
    void Add(Product product);
}
