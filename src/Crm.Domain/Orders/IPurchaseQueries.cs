using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Orders;

/// <summary>Reads purchase facts without tracking.</summary>
public interface IPurchaseQueries
{
    /// <summary>A customer's purchase facts, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>Every fact: what, when, quantity, value.</returns>
    Task<IReadOnlyList<PurchaseFact>> HistoryAsync(CustomerId customerId, CancellationToken cancellationToken);

    /// <summary>A customer's purchases line by line, newest first, with what came back or was cancelled taken off by the database.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most rows to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One row for each order line that has facts.</returns>
    Task<IReadOnlyList<NetPurchase>> PurchasesAsync(CustomerId customerId, int take, CancellationToken cancellationToken);

    /// <summary>Every purchase fact of the tenant, for statistics.</summary>
    /// <param name="through">The last day to read; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The facts in no order, read as they are consumed.</returns>
    IAsyncEnumerable<PurchaseFact> StreamAsync(LocalDate? through, CancellationToken cancellationToken);

    /// <summary>Purchases summed by customer in the database.</summary>
    /// <param name="currency">The currency; facts of others are left out.</param>
    /// <param name="through">The last day that counts, such as the end of a calibration; null for all.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>One row per customer with a sale, by customer id.</returns>
    Task<IReadOnlyList<CustomerPurchaseSummary>> SummariesAsync(Currency currency, LocalDate? through, CancellationToken cancellationToken);

    /// <summary>Orders of a customer, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="take">Most orders to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The orders.</returns>
    Task<IReadOnlyList<OrderSummary>> OrdersAsync(CustomerId customerId, int take, CancellationToken cancellationToken);
}
