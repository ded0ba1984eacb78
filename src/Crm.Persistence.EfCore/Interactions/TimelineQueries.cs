using System.Linq.Expressions;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Access;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Interactions;

internal sealed class TimelineQueries(CrmDb db) : ITimelineQueries
{
    /// <summary>What a page shows of an entry.</summary>
    public static readonly Expression<Func<TimelineEntry, TimelineItem>> ToItem = e => new TimelineItem(
        e.Id,
        e.At,
        e.Kind,
        e.Channel,
        e.Direction,
        e.ActorName,
        e.Audience,
        e.ReferenceKind == null ? null : new SubjectReference(e.ReferenceKind, e.ReferenceId!.Value),
        e.Text,
        e.AgentId);

    private static readonly int s_audiences = Enum.GetValues<Audience>().Length;

    public async Task<Page<TimelineItem>> PageAsync(
        SubjectReference subject, TimelineCriteria criteria, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var subjectId = subject.Id;
        if (!await db.SeesAsync(subject, cancellationToken).ConfigureAwait(false))
        {
            return new([], null);
        }

        if (audiences.Count == s_audiences && TimelineFilters.IsEverything(criteria))
        {
            var compiled = CompiledTimeline.For(context);
            var items = page.After is { } last
                ? compiled.After(context, subjectId, last.At, last.Id, page.Take + 1)
                : compiled.First(context, subjectId, page.Take + 1);
            return (await items.ToListAsync(cancellationToken).ConfigureAwait(false)).ToPage(page, e => new PageKey(e.At, e.Id));
        }

        var stored = context.Set<TimelineLink>().AsNoTracking();
        var withPeople = criteria.IncludePeople && subject.Kind == SubjectKinds.Customer;
        var links = (withPeople ? stored.AroundPeopleOf(context, subjectId) : stored.Where(l => l.SubjectId == subjectId)).Matching(criteria, audiences);

        // In this form PostgreSQL takes the instant as index condition; the usual "or" of two cases makes it sort the history.
        if (page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            links = links.Where(l => l.At <= at && (l.At < at || l.EntryId < id));
        }

        // What stands under the organisation and several of its people is one happening.
        var places = withPeople ? links.Select(l => new { l.At, l.EntryId }).Distinct() : links.Select(l => new { l.At, l.EntryId });
        var rows = await places
            .OrderByDescending(l => l.At).ThenByDescending(l => l.EntryId)
            .Take(page.Take + 1)
            .Join(context.Set<TimelineEntry>().AsNoTracking(), l => l.EntryId, e => e.Id, (l, e) => e)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(ToItem)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, e => new PageKey(e.At, e.Id));
    }
}
