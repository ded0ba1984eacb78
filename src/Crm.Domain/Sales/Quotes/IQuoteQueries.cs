using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>Reads quotes without tracking. Statuses are as stored: callers decide by the clock what is expired.</summary>
public interface IQuoteQueries
{
    /// <summary>A customer's quotes, newest first.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<QuoteSummary>> OfCustomerAsync(CustomerId customerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The quotes of an opportunity, newest first.</summary>
    /// <param name="opportunityId">The opportunity.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<QuoteSummary>> OfOpportunityAsync(OpportunityId opportunityId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Quotes of one status, newest first.</summary>
    /// <param name="status">The status as stored.</param>
    /// <param name="page">Which page.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The page.</returns>
    Task<Page<QuoteSummary>> OfStatusAsync(QuoteStatus status, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Quotes with customers whose last day is near or over, the earliest first.</summary>
    /// <param name="through">The last day that counts.</param>
    /// <param name="take">Most quotes to return.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <returns>The quotes.</returns>
    Task<IReadOnlyList<QuoteSummary>> ExpiringAsync(LocalDate through, int take, CancellationToken cancellationToken);
}
