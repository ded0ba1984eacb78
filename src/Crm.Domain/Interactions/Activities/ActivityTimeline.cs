using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Interactions;

/// <summary>What timelines show of activities.</summary>
internal static class ActivityTimeline
{
    public static TimelineNote Note(string kind, string subject, ActivityId id, CustomerId? customer, SubjectReference? about, Audience audience)
    {
        List<SubjectReference> subjects = [id.ToSubject()];
        if (customer is { } known)
        {
            subjects.Add(known.ToSubject());
        }

        if (about is not null && !subjects.Contains(about))
        {
            subjects.Add(about);
        }

        return new(kind, subject, audience, subjects) { Reference = id.ToSubject() };
    }
}
