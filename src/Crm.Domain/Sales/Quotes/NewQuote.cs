using Crm.Domain.Customers;

namespace Crm.Domain.Sales;

/// <summary>What is known of a quote that is to be written.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Terms">What holds for the whole.</param>
/// <param name="Lines">What is offered; at least one line, all in one currency.</param>
public sealed record NewQuote(CustomerId CustomerId, QuoteTerms Terms, IReadOnlyList<QuoteLineDetails> Lines)
{
    /// <summary>The opportunity that it is to win.</summary>
    public OpportunityId? OpportunityId { get; init; }
}
