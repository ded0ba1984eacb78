using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>How events of an opportunity stand in timelines: under the opportunity and the customer, for staff alone.</summary>
internal static class OpportunityTimeline
{
    public static TimelineNote Note(string kind, string text, OpportunityId id, CustomerId customer)
    {
        var reference = id.ToSubject();
        return new(kind, text, Audience.Internal, [reference, customer.ToSubject()]) { Reference = reference };
    }

    public static string Worth(Money? amount) => amount is null ? string.Empty : $": {amount}";
}
