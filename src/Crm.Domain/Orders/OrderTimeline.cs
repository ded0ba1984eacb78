using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Orders;

/// <summary>How every event of an order stands in timelines: under the order and the customer.</summary>
internal static class OrderTimeline
{
    public static TimelineNote Note(string kind, string text, OrderId id, CustomerId customer)
    {
        var reference = id.ToSubject();
        return new(kind, text, Audience.Customer, [reference, customer.ToSubject()]) { Reference = reference };
    }
}
