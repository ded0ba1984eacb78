using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Time;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Persistence.EfCore.Privacy;

internal sealed class AccessLog(CrmDb db, IOptions<CrmOptions> options, IClock clock) : IAccessLog, IAccessQueries
{
    public async Task NoteAsync(SubjectReference subject, string act, CancellationToken cancellationToken)
    {
        if (!options.Value.LogsAccess || subject.Kind != SubjectKinds.Customer)
        {
            return;
        }

        var context = db.Context;
        var actor = ((ICrmDbContext)context).CrmScope!.Actor;
        var now = clock.GetCurrentInstant().ToMicroseconds();
        var row = new AccessLogRow
        {
            Id = Version7.Create(now), CustomerId = CustomerId.From(subject.Id), At = now, ActorKind = actor.Kind, ActorId = actor.Id, ActorName = actor.Name, Act = act,
        };
        await BulkInsert.WriteAsync(context, [row], cancellationToken).ConfigureAwait(false);
    }

    public async Task<Page<AccessRecord>> PageAsync(CustomerId id, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Context.Set<AccessLogRow>().AsNoTracking().Where(r => r.CustomerId == id);
        if (page.After is { } after)
        {
            var (at, last) = (after.At, after.Id);
            rows = rows.Where(r => r.At <= at && (r.At < at || r.Id < last));
        }

        var found = await rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(page.Take + 1)
            .Select(r => new AccessRecord(r.Id, r.CustomerId, r.At, r.ActorKind, r.ActorId, r.ActorName, r.Act)).ToListAsync(cancellationToken).ConfigureAwait(false);
        return found.ToPage(page, r => new PageKey(r.At, r.Id));
    }
}
