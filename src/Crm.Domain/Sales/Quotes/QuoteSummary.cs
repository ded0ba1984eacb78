using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Sales;

/// <summary>A quote in a list.</summary>
/// <param name="Id">The quote.</param>
/// <param name="Number">Its number.</param>
/// <param name="CustomerId">The customer.</param>
/// <param name="OpportunityId">The opportunity that it is to win.</param>
/// <param name="Revision">The number of the current revision.</param>
/// <param name="Status">Where it stands; expired where its last day is over.</param>
/// <param name="ValidThrough">The last day of the current revision.</param>
/// <param name="Total">What the customer pays.</param>
/// <param name="MadeAt">When the current revision was begun.</param>
public sealed record QuoteSummary(
    QuoteId Id, QuoteNumber Number, CustomerId CustomerId, OpportunityId? OpportunityId, int Revision, QuoteStatus Status, LocalDate ValidThrough, Money Total, Instant MadeAt);
