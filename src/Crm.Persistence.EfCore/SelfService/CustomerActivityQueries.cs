using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.SelfService;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.SelfService;

/// <summary>Reads a customer's timeline with who acted. What kind of principal that was, the audit of the records tells.</summary>
internal sealed class CustomerActivityQueries(CrmDb db) : ICustomerActivityQueries
{
    public async Task<Page<CustomerActivity>> PageAsync(CustomerId id, IReadOnlyList<Audience> audiences, PageRequest page, CancellationToken cancellationToken)
    {
        var (context, subject) = (db.Context, id.Value);
        var links = context.Set<TimelineLink>().AsNoTracking().Where(l => l.SubjectId == subject).Matching(TimelineCriteria.All, audiences);
        if (page.After is { } after)
        {
            var (at, last) = (after.At, after.Id);
            links = links.Where(l => l.At <= at && (l.At < at || l.EntryId < last));
        }

        var rows = await links
            .OrderByDescending(l => l.At).ThenByDescending(l => l.EntryId)
            .Take(page.Take + 1)
            .Join(context.Set<TimelineEntry>().AsNoTracking(), l => l.EntryId, e => e.Id, (l, e) => e)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var kinds = await KindsAsync(subject, rows, cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(e => new CustomerActivity(
            e.Id, e.At, e.Kind, e.Text, e.ReferenceKind is null ? null : new SubjectReference(e.ReferenceKind, e.ReferenceId!.Value), KindOf(e, kinds), e.ActorId, e.ActorName))
            .ToPage(page, a => new PageKey(a.At, a.Id));
    }

    private async Task<ILookup<string, ActorKind>> KindsAsync(Guid customer, List<TimelineEntry> rows, CancellationToken cancellationToken)
    {
        var records = rows.Select(r => r.ReferenceId ?? customer).Append(customer).Distinct().ToList();
        var actors = rows.Select(r => r.ActorId).Distinct(StringComparer.Ordinal).ToList();
        var found = await db.Context.Set<AuditEntry>().AsNoTracking()
            .Where(a => records.Contains(a.AggregateId) && actors.Contains(a.ActorId))
            .Select(a => new { a.ActorId, a.ActorKind }).Distinct()
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToLookup(a => a.ActorId, a => a.ActorKind, StringComparer.Ordinal);
    }

    // Where an id is that of staff and of somebody else, it counts as staff, who are not named.
    private static ActorKind KindOf(TimelineEntry entry, ILookup<string, ActorKind> kinds) => kinds[entry.ActorId].ToList() switch
    {
        [var only] => only,
        [] => entry.AgentId == entry.ActorId ? ActorKind.Agent : ActorKind.System,
        var several => several.Contains(ActorKind.Agent) ? ActorKind.Agent : several.Max(),
    };
}
