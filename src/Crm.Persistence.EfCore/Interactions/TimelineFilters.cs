using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>Which rows of a timeline a caller asks for and may read, by columns of the link's index alone.</summary>
internal static class TimelineFilters
{
    private static readonly int s_audiences = Enum.GetValues<Audience>().Length;

    public static bool IsEverything(TimelineCriteria criteria) => criteria is
    {
        Kinds.Count: 0, Channels.Count: 0, Audiences.Count: 0, Direction: null, AgentId: null, From: null, Until: null, IncludePeople: false,
    };

    /// <summary>The links of an organisation and of the people who belong to it now.</summary>
    public static IQueryable<TimelineLink> AroundPeopleOf(this IQueryable<TimelineLink> links, DbContext context, Guid organisation)
    {
        var firm = CustomerId.From(organisation);
        var people = context.Set<Membership>().AsNoTracking().Where(m => m.OrganisationId == firm && m.IsActive).Select(m => (Guid)(object)EF.Property<CustomerId>(m, "CustomerId"));
        var subjects = context.Set<Customer>().AsNoTracking().Where(c => c.Id == firm).Select(c => (Guid)(object)c.Id).Concat(people);
        return links.Where(l => subjects.Contains(l.SubjectId));
    }

    public static IQueryable<TimelineLink> Matching(this IQueryable<TimelineLink> links, TimelineCriteria criteria, IReadOnlyList<Audience> readable)
    {
        var audiences = criteria.Audiences.Count == 0 ? readable : [.. readable.Intersect(criteria.Audiences)];
        if (audiences.Count < s_audiences)
        {
            links = links.Where(l => audiences.Contains(l.Audience));
        }

        if (criteria.Kinds.Count > 0)
        {
            var kinds = criteria.Kinds.Select(StorableText.Of).ToList();
            links = links.Where(l => kinds.Contains(l.Kind));
        }

        if (criteria.Channels.Count > 0)
        {
            var channels = criteria.Channels.Select(c => c.Value).ToList();
            links = links.Where(l => channels.Contains(l.Channel!));
        }

        if (criteria.Direction is { } direction)
        {
            links = links.Where(l => l.Direction == direction);
        }

        if (criteria.AgentId is not null)
        {
            var agent = StorableText.Of(criteria.AgentId);
            links = links.Where(l => l.AgentId == agent);
        }

        if (criteria.From is { } from)
        {
            links = links.Where(l => l.At >= from);
        }

        if (criteria.Until is { } until)
        {
            links = links.Where(l => l.At < until);
        }

        return links;
    }
}
