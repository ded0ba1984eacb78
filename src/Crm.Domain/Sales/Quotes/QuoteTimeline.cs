using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>How every event of a quote stands in timelines: under the quote and the customer.</summary>
internal static class QuoteTimeline
{
    public static TimelineNote Note(string kind, string text, Audience audience, QuoteId id, CustomerId customer)
    {
        var reference = id.ToSubject();
        return new(kind, text, audience, [reference, customer.ToSubject()]) { Reference = reference };
    }
}
