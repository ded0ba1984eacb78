namespace Crm.Domain.Orders;

/// <summary>Loads stocks of the default catalogue to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IStockStore
{
    /// <summary>Loads the stocks of products, always as they stand in the unit of work.</summary>
    /// <param name="skus">Stock-keeping units.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked stocks of those that are kept in one, by stock-keeping unit.</returns>
    Task<IReadOnlyList<StockItem>> FindAsync(IReadOnlyCollection<string> skus, CancellationToken cancellationToken);

    /// <summary>Reads stocks without tracking, by stock-keeping unit.</summary>
    /// <param name="after">The last stock-keeping unit of the page before; null for the first page.</param>
    /// <param name="take">Most stocks to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The stocks.</returns>
    Task<IReadOnlyList<StockItem>> ListAsync(string? after, int take, CancellationToken cancellationToken);

    /// <summary>Adds a new stock, to be written by the next save.</summary>
    /// <param name="item">The stock.</param>
    void Add(StockItem item);
}
