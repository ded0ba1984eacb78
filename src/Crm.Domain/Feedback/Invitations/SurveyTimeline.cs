using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Feedback;

/// <summary>How events of invitations stand in timelines: under the customer and the record they are about, for staff.</summary>
internal static class SurveyTimeline
{
    public static TimelineNote Note(string kind, string text, SurveyInvitationId id, CustomerId customer, SubjectReference? about)
    {
        List<SubjectReference> subjects = about is null ? [customer.ToSubject()] : [customer.ToSubject(), about];
        return new(kind, text, Audience.Internal, subjects) { Reference = id.ToSubject() };
    }
}
