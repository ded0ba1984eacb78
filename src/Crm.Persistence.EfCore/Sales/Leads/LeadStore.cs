using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Sales;

internal sealed class LeadStore(CrmDb crm) : ILeadStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Sales);

    public Task<Lead?> FindAsync(LeadId id, CancellationToken cancellationToken) => _db.LoadAsync<Lead, LeadId>(id, cancellationToken);

    public void Add(Lead lead) => _db.Context.Add(lead);

    public async Task TakeAlongAsync(LeadId id, IReadOnlyList<SubjectReference> records, Instant now, CancellationToken cancellationToken)
    {
        var (context, lead, first) = (_db.Context, id.Value, records[0]);
        var customer = records.Where(r => r.Kind == SubjectKinds.Customer).Select(r => (CustomerId?)CustomerId.From(r.Id)).FirstOrDefault();
        await ShareTimelineAsync(context, lead, records, cancellationToken).ConfigureAwait(false);
        await context.Set<InteractionLink>()
            .Where(l => l.SubjectKind == SubjectKinds.Lead && l.SubjectId == lead)
            .Where(l => !context.Set<InteractionLink>().Any(o => EF.Property<InteractionId>(o, "InteractionId") == EF.Property<InteractionId>(l, "InteractionId") && o.SubjectKind == first.Kind && o.SubjectId == first.Id))
            .ExecuteUpdateAsync(u => u.SetProperty(l => l.SubjectKind, first.Kind).SetProperty(l => l.SubjectId, first.Id), cancellationToken).ConfigureAwait(false);
        await context.Set<Activity>().Where(a => a.AboutKind == SubjectKinds.Lead && a.AboutId == lead)
            .ExecuteUpdateAsync(
                u => u.SetProperty(a => a.AboutKind, first.Kind).SetProperty(a => a.AboutId, first.Id).SetProperty(a => a.CustomerId, a => a.CustomerId ?? customer).SetProperty(a => a.Version, a => a.Version + 1),
                cancellationToken).ConfigureAwait(false);
        await context.Set<OutboundMessage>().Where(m => m.AboutKind == SubjectKinds.Lead && m.AboutId == lead)
            .ExecuteUpdateAsync(u => u.SetProperty(m => m.AboutKind, first.Kind).SetProperty(m => m.AboutId, first.Id).SetProperty(m => m.Version, m => m.Version + 1), cancellationToken).ConfigureAwait(false);
        foreach (var stale in context.ChangeTracker.Entries().Where(e => e is { State: EntityState.Unchanged, Entity: Activity or OutboundMessage }).ToList())
        {
            await stale.ReloadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // The lead's own timeline stays whole; what happened with it stands under what it became too, each happening once.
    private static async Task ShareTimelineAsync(DbContext context, Guid lead, IReadOnlyList<SubjectReference> records, CancellationToken cancellationToken)
    {
        var links = await context.Set<TimelineLink>().AsNoTracking().Where(l => l.SubjectId == lead && l.Kind != LeadContact.TimelineKind).ToListAsync(cancellationToken).ConfigureAwait(false);
        foreach (var record in records)
        {
            var there = (await context.Set<TimelineLink>().AsNoTracking()
                .Where(l => l.SubjectId == record.Id && context.Set<TimelineLink>().Any(o => o.SubjectId == lead && o.EntryId == l.EntryId)).Select(l => l.EntryId)
                .ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
            var shared = links.Where(l => !there.Contains(l.EntryId)).Select(l => new TimelineLink
            {
                SubjectId = record.Id, SubjectKind = record.Kind, At = l.At, EntryId = l.EntryId, Kind = l.Kind, Audience = l.Audience, Channel = l.Channel, Direction = l.Direction, AgentId = l.AgentId,
            }).ToList();
            await BulkInsert.WriteAsync(context, shared, cancellationToken).ConfigureAwait(false);
        }
    }
}
