using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Marketing;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class RetentionStore(CrmDb db, ExplicitRows explicitRows, EventCatalog catalog, IClock clock) : IRetentionStore
{
    private const int PersonsOfOneQuery = 500;

    public async Task<(int Due, int Held)> CountAsync(RetentionPolicy policy, Instant before, Instant now, CancellationToken cancellationToken)
    {
        if (policy.Area == RetentionArea.Customers)
        {
            return await CountPersonsAsync(before, now, cancellationToken).ConfigureAwait(false);
        }

        var all = policy.Area == RetentionArea.Interactions
            ? (await Interactions(policy, before).CountAsync(cancellationToken).ConfigureAwait(false), await Free(Interactions(policy, before), now).CountAsync(cancellationToken).ConfigureAwait(false))
            : (await Cases(policy, before).CountAsync(cancellationToken).ConfigureAwait(false), await Free(Cases(policy, before), now).CountAsync(cancellationToken).ConfigureAwait(false));
        return (all.Item2, all.Item1 - all.Item2);
    }

    public async Task<(IReadOnlyList<Guid> Ids, Guid? Next)> NextAsync(
        RetentionPolicy policy, Instant before, Instant now, Guid? after, int take, CancellationToken cancellationToken)
    {
        List<Guid> ids;
        switch (policy.Area)
        {
            case RetentionArea.Customers:
                return await NextPersonsAsync(before, now, after, take, cancellationToken).ConfigureAwait(false);
            case RetentionArea.Interactions:
                var interactions = Free(Interactions(policy, before), now);
                if (after is { } lastInteraction)
                {
                    var last = InteractionId.From(lastInteraction);
                    interactions = interactions.Where(i => i.Id > last);
                }

                ids = (await interactions.OrderBy(i => i.Id).Select(i => i.Id).Take(take + 1).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(i => i.Value);
                break;
            default:
                var cases = Free(Cases(policy, before), now);
                if (after is { } lastCase)
                {
                    var last = ServiceCaseId.From(lastCase);
                    cases = cases.Where(c => c.Id > last);
                }

                ids = (await cases.OrderBy(c => c.Id).Select(c => c.Id).Take(take + 1).ToListAsync(cancellationToken).ConfigureAwait(false)).ConvertAll(c => c.Value);
                break;
        }

        var page = ids.Take(take).ToList();
        return (page, ids.Count > take ? page[^1] : null);
    }

    public async Task ApplyAsync(RetentionPolicy policy, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var context = db.Context;
        var entity = policy.Area == RetentionArea.Interactions ? typeof(Interaction) : typeof(ServiceCase);
        if (entity == typeof(Interaction))
        {
            var old = ids.Select(InteractionId.From).ToList();
            var released = await context.Set<InteractionAttachment>().AsNoTracking().Where(a => old.Contains(EF.Property<InteractionId>(a, "InteractionId"))).Select(a => a.StorageKey)
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            await explicitRows.WriteReleasedAsync(context, released, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false);
        }

        await TouchAsync(context, entity, ids, cancellationToken).ConfigureAwait(false);
        if (policy.Action == RetentionAction.Anonymise)
        {
            var rows = await PersonalRows.ReadRecordsAsync(context, entity, ids, cancellationToken).ConfigureAwait(false);
            await new Erasure(context, rows, catalog, db.Name(string.Empty), ofEverybody: true).ApplyAsync(cancellationToken).ConfigureAwait(false);
            return;
        }

        await context.Set<TimelineEntry>().Where(e => e.ReferenceId != null && ids.Contains(e.ReferenceId.Value)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<TimelineLink>().Where(l => ids.Contains(l.SubjectId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<InteractionLink>().Where(l => ids.Contains(l.SubjectId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<AuditEntry>().Where(a => ids.Contains(a.AggregateId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await context.Set<OutboxMessage>().Where(m => ids.Contains(m.AggregateId)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        if (entity == typeof(Interaction))
        {
            var interactions = ids.Select(InteractionId.From).ToList();
            await context.Set<Interaction>().Where(i => interactions.Contains(i.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            var cases = ids.Select(ServiceCaseId.From).ToList();
            await context.Set<ServiceCase>().Where(c => cases.Contains(c.Id)).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public Task ConcludeAsync(RetentionApplied applied, CancellationToken cancellationToken) =>
        explicitRows.WriteActAsync(db.Context, nameof(RetentionPolicy), Version7.Create(applied.OccurredAt), 1, applied, cancellationToken);

    // Criteria read what goes.
    private static async Task TouchAsync(DbContext context, Type entity, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var interactions = ids.Select(InteractionId.From).ToList();
        var cases = ids.Select(ServiceCaseId.From).ToList();
        var owners = entity == typeof(Interaction)
            ? context.Set<Interaction>().Where(i => interactions.Contains(i.Id)).Select(i => i.CustomerId)
            : context.Set<ServiceCase>().Where(c => cases.Contains(c.Id)).Select(c => c.CustomerId);
        await CustomerTouches.WriteAsync(context, await owners.Distinct().ToListAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private IQueryable<CustomerId> HeldAt(Instant now) => db.Context.Set<PrivacyMeasure>()
        .Where(m => m.Kind == PrivacyMeasureKind.LegalHold && m.LiftedAt == null && (m.Until == null || m.Until > now)).Select(m => m.CustomerId);

    // What was anonymised does not come again.
    private IQueryable<Interaction> Interactions(RetentionPolicy policy, Instant before)
    {
        var old = db.Context.Set<Interaction>().IgnoreAutoIncludes().AsNoTracking().Where(i => i.At < before);
        return policy.Action == RetentionAction.Anonymise ? old.Where(i => i.Subject != Redaction.Erased) : old;
    }

    private IQueryable<ServiceCase> Cases(RetentionPolicy policy, Instant before)
    {
        var old = db.For(CrmAreas.Service).Context.Set<ServiceCase>().IgnoreAutoIncludes().AsNoTracking().Where(c => c.ClosedAt != null && c.ClosedAt < before);
        return policy.Action == RetentionAction.Anonymise ? old.Where(c => c.Subject != Redaction.Erased) : old;
    }

    private IQueryable<Interaction> Free(IQueryable<Interaction> interactions, Instant now)
    {
        var held = HeldAt(now);
        return interactions.Where(i => !held.Contains(i.CustomerId) && (i.OrganisationId == null || !held.Contains(i.OrganisationId.Value)));
    }

    private IQueryable<ServiceCase> Free(IQueryable<ServiceCase> cases, Instant now)
    {
        var held = HeldAt(now);
        return cases.Where(c => !held.Contains(c.CustomerId) && (c.OrganisationId == null || !held.Contains(c.OrganisationId.Value)));
    }

    private async Task<(int Due, int Held)> CountPersonsAsync(Instant before, Instant now, CancellationToken cancellationToken)
    {
        var held = (await HeldAt(now).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
        var (due, kept, after) = (0, 0, (CustomerId?)null);
        while (true)
        {
            var (read, quiet) = await QuietAsync(before, after, cancellationToken).ConfigureAwait(false);
            kept += quiet.Count(held.Contains);
            due += quiet.Count(id => !held.Contains(id));
            if (read.Count < PersonsOfOneQuery)
            {
                return (due, kept);
            }

            after = read[^1];
        }
    }

    private async Task<(IReadOnlyList<Guid> Ids, Guid? Next)> NextPersonsAsync(Instant before, Instant now, Guid? after, int take, CancellationToken cancellationToken)
    {
        var held = (await HeldAt(now).ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
        var (found, last) = (new List<Guid>(), after is { } id ? CustomerId.From(id) : (CustomerId?)null);
        while (true)
        {
            var (read, quiet) = await QuietAsync(before, last, cancellationToken).ConfigureAwait(false);
            found.AddRange(quiet.Where(q => !held.Contains(q)).Select(q => q.Value));
            if (found.Count > take)
            {
                return (found.GetRange(0, take), found[take - 1]);
            }

            if (read.Count < PersonsOfOneQuery)
            {
                return (found, null);
            }

            last = read[^1];
        }
    }

    // Of the next persons, those around whom nothing has happened since.
    private async Task<(IReadOnlyList<CustomerId> Read, IReadOnlyList<CustomerId> Quiet)> QuietAsync(Instant before, CustomerId? after, CancellationToken cancellationToken)
    {
        var persons = db.Context.Set<Person>().IgnoreAutoIncludes().AsNoTracking().Where(p => p.ErasedAt == null && p.CreatedAt < before);
        if (after is { } last)
        {
            persons = persons.Where(p => p.Id > last);
        }

        var read = await persons.OrderBy(p => p.Id).Select(p => p.Id).Take(PersonsOfOneQuery).ToListAsync(cancellationToken).ConfigureAwait(false);
        var ids = read.ConvertAll(p => p.Value);
        var busy = (await db.Context.Set<TimelineLink>().Where(l => ids.Contains(l.SubjectId) && l.At >= before).Select(l => l.SubjectId).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet();
        return (read, read.FindAll(p => !busy.Contains(p.Value)));
    }
}
