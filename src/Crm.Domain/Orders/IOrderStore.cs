namespace Crm.Domain.Orders;

/// <summary>Loads orders to change them. Finds nothing of another tenant. Never saves.</summary>
public interface IOrderStore
{
    /// <summary>Loads an order with its lines and facts.</summary>
    /// <param name="id">The order.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked order, or null.</returns>
    Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>Loads an order by the number people quote.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked order, or null.</returns>
    Task<Order?> FindByNumberAsync(OrderNumber number, CancellationToken cancellationToken);

    /// <summary>Loads an order by its id in the system that took it.</summary>
    /// <param name="externalId">The id there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The tracked order, or null.</returns>
    Task<Order?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken);

    /// <summary>Adds a new order, to be written by the next save.</summary>
    /// <param name="order">The order.</param>
    void Add(Order order);

    /// <summary>
    /// Writes new orders at once, past the change tracker: for imports of thousands. Timeline rows are written with them;
    /// events of the single orders are not, since one event stands for the whole import.
    /// </summary>
    /// <param name="orders">Orders that were never saved.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the rows are written; they become durable with the surrounding transaction.</returns>
    Task InsertAsync(IReadOnlyList<Order> orders, CancellationToken cancellationToken);

    /// <summary>Which orders of another system were taken before.</summary>
    /// <param name="externalIds">Ids there.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>Those that exist.</returns>
    Task<IReadOnlySet<string>> FindExternalIdsAsync(IReadOnlyCollection<string> externalIds, CancellationToken cancellationToken);

    /// <summary>Writes the audit row and the event of an import.</summary>
    /// <param name="imported">The event.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>A task that ends when the rows are written.</returns>
    Task RecordImportAsync(PurchasesImported imported, CancellationToken cancellationToken);
}
