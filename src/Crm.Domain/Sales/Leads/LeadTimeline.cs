using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Sales;

/// <summary>How events of a lead stand in timelines: under the lead and the customers that it is, for staff alone.</summary>
internal static class LeadTimeline
{
    /// <summary>A contact with the lead itself; under the customer that it becomes, the interaction stands in its place.</summary>
    public const string Contacted = LeadContact.TimelineKind;

    public static TimelineNote Note(string kind, string text, LeadId id, params ReadOnlySpan<CustomerId?> customers)
    {
        var reference = id.ToSubject();
        var subjects = new List<SubjectReference> { reference };
        foreach (var customer in customers)
        {
            if (customer is { } known)
            {
                subjects.Add(known.ToSubject());
            }
        }

        return new(kind, text, Audience.Internal, subjects) { Reference = reference };
    }
}
