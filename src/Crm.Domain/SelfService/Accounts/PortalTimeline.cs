using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.SelfService;

/// <summary>How events of the portal stand in timelines: under the customer; what becomes of a change for the customer too, the rest for staff.</summary>
internal static class PortalTimeline
{
    public static TimelineNote Note(string kind, PortalAccountId id, CustomerId customer) =>
        new(kind, string.Empty, Audience.Internal, [customer.ToSubject()]) { Reference = id.ToSubject() };

    public static TimelineNote Note(string kind, ChangeRequestId id, CustomerId customer, OwnDataDomain domain) =>
        new(kind, domain.ToString(), Audience.Customer, [customer.ToSubject()]) { Reference = id.ToSubject() };
}
