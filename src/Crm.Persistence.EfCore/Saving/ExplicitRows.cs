using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Saving;

/// <summary>Writes audit, timeline and outbox rows for set-based acts, which pass no interceptor.</summary>
internal sealed class ExplicitRows(RowFactory rows, IClock clock, CrmPersistenceSettings settings)
{
    /// <summary>Writes what one set-based act leaves behind.</summary>
    public async Task WriteActAsync(DbContext context, string aggregateType, Guid id, long version, ICrmEvent happened, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(context);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        await WriteAuditAsync(context, aggregateType, id, version, happened, "{}", cancellationToken).ConfigureAwait(false);
        if (settings.WritesOutbox)
        {
            await BulkInsert.WriteAsync(context, [rows.Outbox(scope, now, aggregateType, id, version, 0, happened)], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes what many set-based acts leave behind: audit, events in their order, timeline.</summary>
    public async Task WriteActsAsync(
        DbContext context, string aggregateType, IReadOnlyList<(Guid Id, long Version, int Ordinal, ITimelineEvent Event)> acts, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(context);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        await BulkInsert.WriteAsync(
            context, [.. acts.Select(a => RowFactory.Audit(scope, now, aggregateType, a.Id, a.Version, rows.NameOf(a.Event), "{}"))], cancellationToken).ConfigureAwait(false);
        if (settings.WritesOutbox)
        {
            await BulkInsert.WriteAsync(context, [.. acts.Select(a => rows.Outbox(scope, now, aggregateType, a.Id, a.Version, a.Ordinal, a.Event))], cancellationToken).ConfigureAwait(false);
        }

        await WriteTimelineAsync(context, acts.Select(a => a.Event), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes events that are delivered each by itself: one that fails holds up no other.</summary>
    public async Task WriteApartAsync(DbContext context, string type, IReadOnlyList<ICrmEvent> events, CancellationToken cancellationToken)
    {
        if (settings.WritesOutbox)
        {
            var (scope, now) = (ScopeOf(context), clock.GetCurrentInstant().ToMicroseconds());
            await BulkInsert.WriteAsync(context, [.. events.Select(e => rows.Outbox(scope, now, type, Version7.Create(now), 1, 0, e))], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the audit row of a set-based act.</summary>
    public Task WriteAuditAsync(
        DbContext context, string aggregateType, Guid id, long version, ICrmEvent happened, string changes, CancellationToken cancellationToken) =>
        BulkInsert.WriteAsync(
            context,
            [RowFactory.Audit(ScopeOf(context), clock.GetCurrentInstant().ToMicroseconds(), aggregateType, id, version, rows.NameOf(happened), changes)],
            cancellationToken);

    /// <summary>Writes what a save would write beside new aggregates: audit, events, timeline.</summary>
    public async Task WriteAddedAsync(DbContext context, IReadOnlyList<(IAggregateRoot Root, string Changes)> added, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(context);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        var audit = new List<AuditEntry>(added.Count);
        var outbox = new List<OutboxMessage>(added.Count);
        foreach (var (root, changes) in added)
        {
            var (type, events) = (root.GetType().Name, root.PendingEvents);
            audit.Add(RowFactory.Audit(scope, now, type, root.AggregateId, root.Version, string.Join(' ', events.Select(e => rows.NameOf(e.Event)).Distinct()), changes));
            if (settings.WritesOutbox)
            {
                outbox.AddRange(events.Select(e => rows.Outbox(scope, now, type, root.AggregateId, e.Version, 0, e.Event)));
            }
        }

        await BulkInsert.WriteAsync(context, audit, cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync(context, outbox, cancellationToken).ConfigureAwait(false);
        await WriteTimelineAsync(context, added.SelectMany(a => a.Root.PendingEvents).Select(e => e.Event).OfType<ITimelineEvent>(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes what a save would write beside aggregates that are removed: audit and one event each.</summary>
    public async Task WriteRemovedAsync(DbContext context, IReadOnlyList<(IAggregateRoot Root, string Changes, ICrmEvent Happened)> removed, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(context);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        await BulkInsert.WriteAsync(
            context,
            [.. removed.Select(r => RowFactory.Audit(scope, now, r.Root.GetType().Name, r.Root.AggregateId, r.Root.Version + 1, rows.NameOf(r.Happened), r.Changes))],
            cancellationToken).ConfigureAwait(false);
        if (settings.WritesOutbox)
        {
            await BulkInsert.WriteAsync(
                context, [.. removed.Select(r => rows.Outbox(scope, now, r.Root.GetType().Name, r.Root.AggregateId, r.Root.Version + 1, 0, r.Happened))], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Writes the timeline rows of many events.</summary>
    public async Task WriteTimelineAsync(DbContext context, IEnumerable<ITimelineEvent> events, CancellationToken cancellationToken)
    {
        var scope = ScopeOf(context);
        var now = clock.GetCurrentInstant().ToMicroseconds();
        var entries = new List<TimelineEntry>();
        var links = new List<TimelineLink>();
        foreach (var happened in events)
        {
            var (entry, linked) = RowFactory.Timeline(scope, now, happened);
            entries.Add(entry);
            links.AddRange(linked);
        }

        await BulkInsert.WriteAsync(context, entries, cancellationToken).ConfigureAwait(false);
        await BulkInsert.WriteAsync(context, links, cancellationToken).ConfigureAwait(false);
    }

    private static CrmScope ScopeOf(DbContext context) =>
        ((ICrmDbContext)context).CrmScope ?? throw new InvalidOperationException("CRM rows are written without a CrmScope.");
}
