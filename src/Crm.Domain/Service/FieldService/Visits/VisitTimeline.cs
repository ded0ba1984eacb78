using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Service;

/// <summary>How every event of a visit stands in timelines: under the visit, the customer and the case.</summary>
internal static class VisitTimeline
{
    private static readonly InstantPattern s_minute = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm'Z'");

    public static TimelineNote Note(string kind, string text, Audience audience, ServiceVisitId id, CustomerId customer, ServiceCaseId? about)
    {
        var reference = id.ToSubject();
        List<SubjectReference> subjects = [reference, customer.ToSubject()];
        if (about is { } known)
        {
            subjects.Add(known.ToSubject());
        }

        return new(kind, text, audience, subjects) { Reference = reference };
    }

    public static string Text(Instant at) => s_minute.Format(at);
}
