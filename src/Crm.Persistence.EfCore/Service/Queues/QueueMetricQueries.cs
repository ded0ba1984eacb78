using System.Runtime.CompilerServices;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Service;

internal sealed class QueueMetricQueries(CrmDb crm) : IQueueMetricQueries
{
    private readonly CrmDb _db = crm.For(CrmAreas.Service);

    private IQueryable<WorkItem> Items => _db.Context.Set<WorkItem>().AsNoTracking();

    public async Task<ContactTotals> TotalsAsync(WorkQueueId? queueId, MetricsWindow window, CancellationToken cancellationToken)
    {
        // Waits are stored in whole milliseconds: at most the bound, or below it.
        var inTime = (long)Math.Floor(window.AnswerWithin.TotalMilliseconds);
        var brief = (long)Math.Ceiling(window.ShortAbandon.TotalMilliseconds);
        var asOf = window.AsOf;
        var counted = Between(queueId, window.From, window.Until).Where(i => i.State != WorkItemState.Withdrawn);
        var totals = await counted.GroupBy(_ => 1).Select(g => new ContactTotals
        {
            Offered = g.Count(i => i.Kind != WorkItemKind.Callback),
            Answered = g.Count(i => i.Kind != WorkItemKind.Callback && i.AcceptedAt != null),
            AnsweredInTime = g.Count(i => i.Kind != WorkItemKind.Callback && i.AcceptedAt != null && i.WaitMilliseconds <= inTime),
            Abandoned = g.Count(i => i.Kind != WorkItemKind.Callback && i.State == WorkItemState.Abandoned && i.AcceptedAt == null),
            ShortAbandoned = g.Count(i => i.Kind != WorkItemKind.Callback && i.State == WorkItemState.Abandoned && i.AcceptedAt == null && i.WaitMilliseconds < brief),
            Callbacks = g.Count(i => i.Kind == WorkItemKind.Callback),
            Handled = g.Count(i => i.State == WorkItemState.Done),
            Transferred = g.Count(i => i.State == WorkItemState.Done && i.Transfers > 0),
            WaitMilliseconds = g.Sum(i => i.Kind != WorkItemKind.Callback && i.AcceptedAt != null ? i.WaitMilliseconds ?? 0L : 0L),
            TalkMilliseconds = g.Sum(i => i.State == WorkItemState.Done ? i.TalkMilliseconds : 0L),
            HoldMilliseconds = g.Sum(i => i.State == WorkItemState.Done ? i.HoldMilliseconds : 0L),
            WrapUpMilliseconds = g.Sum(i => i.State == WorkItemState.Done ? i.WrapUpMilliseconds : 0L),
        }).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? new ContactTotals();
        var resolvable = counted.Where(i => i.State == WorkItemState.Done && i.CustomerId != null && i.Topic != null && i.RepeatUntil <= asOf);
        var repeats = Items.Where(n => n.State != WorkItemState.Withdrawn);
        return totals with
        {
            Resolvable = await resolvable.LongCountAsync(cancellationToken).ConfigureAwait(false),
            FirstContactResolved = await resolvable
                .Where(i => !repeats.Any(n => n.CustomerId == i.CustomerId && n.Topic == i.Topic && n.EnqueuedAt > i.EndedAt && n.EnqueuedAt <= i.RepeatUntil))
                .LongCountAsync(cancellationToken).ConfigureAwait(false),
        };
    }

    public async IAsyncEnumerable<ContactRecord> RecordsAsync(
        WorkQueueId? queueId, Instant from, Instant until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = Between(queueId, from, until).OrderBy(i => i.EnqueuedAt).ThenBy(i => i.Id)
            .Select(i => new
            {
                i.Kind, i.State, i.EnqueuedAt, i.AcceptedAt, i.EndedAt, i.WaitMilliseconds, i.TalkMilliseconds, i.HoldMilliseconds, i.WrapUpMilliseconds, i.Transfers, i.CustomerId, i.Topic, i.RepeatUntil,
            })
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return new(row.Kind, row.State, row.EnqueuedAt)
            {
                AcceptedAt = row.AcceptedAt,
                EndedAt = row.EndedAt,
                Wait = row.WaitMilliseconds is { } wait ? Duration.FromMilliseconds(wait) : null,
                Handling = new(Duration.FromMilliseconds(row.TalkMilliseconds), Duration.FromMilliseconds(row.HoldMilliseconds), Duration.FromMilliseconds(row.WrapUpMilliseconds)),
                Transfers = row.Transfers,
                CustomerId = row.CustomerId,
                Topic = row.Topic,
                RepeatUntil = row.RepeatUntil,
            };
        }
    }

    public async Task<IReadOnlyList<QueueLength>> LengthsAsync(Instant now, CancellationToken cancellationToken)
    {
        var rows = await Items.Where(i => i.State == WorkItemState.Offered || i.State == WorkItemState.Handling || (i.State == WorkItemState.Waiting && i.EnqueuedAt <= now))
            .GroupBy(i => new { i.QueueId, i.State })
            .Select(g => new { g.Key.QueueId, g.Key.State, Count = g.LongCount(), First = g.Min(i => i.EnqueuedAt) })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return
        [
            .. rows.GroupBy(r => r.QueueId).OrderBy(q => q.Key).Select(q =>
            {
                var waiting = q.FirstOrDefault(r => r.State == WorkItemState.Waiting);
                return new QueueLength(
                    q.Key, waiting?.Count ?? 0, waiting?.First, q.Where(r => r.State == WorkItemState.Offered).Sum(r => r.Count), q.Where(r => r.State == WorkItemState.Handling).Sum(r => r.Count));
            }),
        ];
    }

    public async Task<Duration> HandlingAsync(string? userId, Instant from, Instant until, CancellationToken cancellationToken)
    {
        var handled = Items.Where(i => i.State == WorkItemState.Done && i.EndedAt >= from && i.EndedAt < until);
        if (userId is not null)
        {
            var stored = StorableText.Of(userId);
            handled = handled.Where(i => i.UserId == stored);
        }

        return Duration.FromMilliseconds(await handled.SumAsync(i => i.TalkMilliseconds + i.HoldMilliseconds + i.WrapUpMilliseconds, cancellationToken).ConfigureAwait(false));
    }

    public async Task<IReadOnlyList<(AgentAvailability Availability, Instant From, Instant Until)>> PeriodsAsync(
        string? userId, Instant from, Instant until, Instant now, CancellationToken cancellationToken)
    {
        var agents = _db.Context.Set<QueueAgent>().AsNoTracking().IgnoreAutoIncludes();
        if (userId is not null)
        {
            var stored = StorableText.Of(userId);
            agents = agents.Where(a => a.UserId == stored);
        }

        var over = await _db.Context.Set<AgentPeriod>().AsNoTracking().Where(p => p.Until > from && p.From < until && agents.Select(a => a.Id).Contains(p.AgentId))
            .OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => new { p.Availability, p.From, p.Until }).ToListAsync(cancellationToken).ConfigureAwait(false);
        var lasting = await agents.Where(a => a.Availability != AgentAvailability.Offline && a.AvailableSince < until)
            .Select(a => new { a.Availability, From = a.AvailableSince }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. over.Select(p => (p.Availability, p.From, p.Until)), .. lasting.Select(p => (p.Availability, p.From, now))];
    }

    private IQueryable<WorkItem> Between(WorkQueueId? queueId, Instant from, Instant until)
    {
        var items = Items.Where(i => i.EnqueuedAt >= from && i.EnqueuedAt < until);
        return queueId is { } queue ? items.Where(i => i.QueueId == queue) : items;
    }
}
