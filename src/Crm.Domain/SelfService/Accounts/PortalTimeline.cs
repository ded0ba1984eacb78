using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>How events of the portal stand in timelines: under the customer, for staff.</summary>
internal static class PortalTimeline
{
    public static TimelineNote Note(string kind, PortalAccountId id, CustomerId customer, string text = "") =>
        new(kind, text, Audience.Internal, [customer.ToSubject()]) { Reference = id.ToSubject() };
}
