using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.EfCore.Marketing;

/// <summary>Takes events to journeys that wait for them.</summary>
internal sealed class EventJourneys(ICrmScopeFactory scopes) : IEventFollower
{
    private static readonly Actor s_actor = Actor.System("journeys");

    public async Task<HashSet<Guid>> AwaitedAsync(DbContext context, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var areas = (CrmAreas)(int)context.Model.FindAnnotation(CrmAnnotations.Areas)!.Value!;
        if (messages.Count == 0 || !areas.HasFlag(CrmAreas.Marketing))
        {
            return [];
        }

        var names = messages.Select(m => m.EventName).Distinct(StringComparer.Ordinal).ToList();
        var awaited = context.Set<JourneyEventName>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).AsNoTracking().Where(e => names.Contains(e.Name));
        if (context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is not true)
        {
            var known = (await awaited.Select(e => e.Name).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal);
            return [.. messages.Where(m => known.Contains(m.EventName)).Select(m => m.Id)];
        }

        var ofTenants = await awaited.Select(e => new { Tenant = EF.Property<string>(e, CrmAnnotations.TenantId), e.Name }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false);
        var pairs = ofTenants.Select(e => ((string?)e.Tenant, e.Name)).ToHashSet();
        return [.. messages.Where(m => pairs.Contains((m.TenantId, m.EventName))).Select(m => m.Id)];
    }

    public async Task RunAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var scope = scopes.Create(new CrmScope(s_actor) { TenantId = message.TenantId, CorrelationId = message.CorrelationId, Reason = "Journeys wait for the event.", Cause = message.Cause });
        await using (scope.ConfigureAwait(false))
        {
            var happened = new HappenedEvent(message.Id, message.EventName, message.AggregateId, message.Payload, message.OccurredAt, message.Cause);
            await scope.ServiceProvider.GetRequiredService<JourneyReactions>().HappenedAsync(happened, cancellationToken).ConfigureAwait(false);
        }
    }
}
