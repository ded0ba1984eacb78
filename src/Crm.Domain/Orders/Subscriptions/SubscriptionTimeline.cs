using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>How every event of a subscription stands in timelines: under the subscription and the customer.</summary>
internal static class SubscriptionTimeline
{
    public static TimelineNote Note(string kind, string text, SubscriptionId id, CustomerId customer, Audience audience = Audience.Customer)
    {
        var reference = id.ToSubject();
        return new(kind, text, audience, [reference, customer.ToSubject()]) { Reference = reference };
    }
}
