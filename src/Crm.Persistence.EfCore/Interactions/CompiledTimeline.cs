using System.Runtime.CompilerServices;
using Crm.Domain.Interactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;

namespace Crm.Persistence.EfCore.Interactions;

/// <summary>
/// The page that staff opens all day, compiled once per model: building the query anew each time costs as much as running it.
/// </summary>
internal sealed class CompiledTimeline
{
    private static readonly ConditionalWeakTable<IModel, CompiledTimeline> s_perModel = [];

    public Func<DbContext, Guid, int, IAsyncEnumerable<TimelineItem>> First { get; } = EF.CompileAsyncQuery(
        (DbContext context, Guid subject, int take) => context.Set<TimelineLink>()
            .Where(l => l.SubjectId == subject)
            .OrderByDescending(l => l.At).ThenByDescending(l => l.EntryId)
            .Take(take)
            .Join(context.Set<TimelineEntry>(), l => l.EntryId, e => e.Id, (l, e) => e)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(TimelineQueries.ToItem));

    public Func<DbContext, Guid, Instant, Guid, int, IAsyncEnumerable<TimelineItem>> After { get; } = EF.CompileAsyncQuery(
        (DbContext context, Guid subject, Instant at, Guid id, int take) => context.Set<TimelineLink>()
            .Where(l => l.SubjectId == subject)
            .Where(l => l.At <= at && (l.At < at || l.EntryId < id))
            .OrderByDescending(l => l.At).ThenByDescending(l => l.EntryId)
            .Take(take)
            .Join(context.Set<TimelineEntry>(), l => l.EntryId, e => e.Id, (l, e) => e)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Select(TimelineQueries.ToItem));

    public static CompiledTimeline For(DbContext context) => s_perModel.GetValue(context.Model, _ => new CompiledTimeline());
}
