using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Service;

/// <summary>How every event of a case stands in timelines: under the case, the customer and the organisation.</summary>
internal static class CaseTimeline
{
    public static TimelineNote Note(string kind, string text, Audience audience, ServiceCaseId id, CustomerId customer, CustomerId? organisation)
    {
        var reference = id.ToSubject();
        List<SubjectReference> subjects = [reference, customer.ToSubject()];
        if (organisation is { } known && known != customer)
        {
            subjects.Add(known.ToSubject());
        }

        return new(kind, text, audience, subjects) { Reference = reference };
    }
}
