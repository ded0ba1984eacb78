using Crm.Domain.Access;
using Crm.Domain.Automation;
using Crm.Persistence.EfCore.Model;
using Crm.Persistence.EfCore.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.EfCore.Automation;

/// <summary>
/// Runs rules on events, and queues webhooks, after handlers have handled them and before they are marked as delivered: a process that dies
/// between leaves runs and deliveries that its successor finds.
/// </summary>
internal sealed class EventAutomation(ICrmScopeFactory scopes, AutomationOptions options) : IEventFollower
{
    private static readonly Actor s_actor = Actor.System("automation");

    /// <summary>The events of a round that rules or webhooks of their tenant wait for: one question for all of them.</summary>
    public async Task<HashSet<Guid>> AwaitedAsync(DbContext context, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var areas = (CrmAreas)(int)context.Model.FindAnnotation(CrmAnnotations.Areas)!.Value!;
        if (messages.Count == 0 || !areas.HasFlag(CrmAreas.Automation))
        {
            return [];
        }

        var names = messages.Select(m => m.EventName).Distinct(StringComparer.Ordinal).ToList();
        var code = options.Rules.Select(r => r.Definition.Event).ToHashSet(StringComparer.Ordinal);
        var isTenanted = context.Model.FindAnnotation(CrmAnnotations.Tenanted)?.Value is true;
        var awaited = new HashSet<(string? Tenant, string Event)>();
        var rules = context.Set<AutomationRule>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).IgnoreAutoIncludes().AsNoTracking().Where(r => r.IsEnabled && names.Contains(r.EventName));
        var hooks = context.Set<WebhookEventName>().IgnoreQueryFilters([CrmAnnotations.TenantFilter]).AsNoTracking().Where(e => e.Name == WebhookEventName.Every || names.Contains(e.Name));
        if (isTenanted)
        {
            awaited.UnionWith((await rules.Select(r => new { Tenant = EF.Property<string>(r, CrmAnnotations.TenantId), r.EventName }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false)).Select(r => ((string?)r.Tenant, r.EventName)));
            awaited.UnionWith((await hooks.Select(e => new { Tenant = EF.Property<string>(e, CrmAnnotations.TenantId), e.Name }).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false)).Select(e => ((string?)e.Tenant, e.Name)));
        }
        else
        {
            awaited.UnionWith((await rules.Select(r => r.EventName).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false)).Select(n => ((string?)null, n)));
            awaited.UnionWith((await hooks.Select(e => e.Name).Distinct().ToListAsync(cancellationToken).ConfigureAwait(false)).Select(n => ((string?)null, n)));
        }

        return [.. messages.Where(m => code.Contains(m.EventName) || awaited.Contains((Tenant(m), m.EventName)) || awaited.Contains((Tenant(m), WebhookEventName.Every))).Select(m => m.Id)];

        string? Tenant(OutboxMessage message) => isTenanted ? message.TenantId : null;
    }

    /// <summary>Does what rules and webhooks want of one event. A run that fails is logged and tried again by itself; it does not hold up the event.</summary>
    public async Task RunAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var happened = new HappenedEvent(message.Id, message.EventName, message.AggregateId, message.Payload, message.OccurredAt, message.Cause);
        IReadOnlyList<StandingRule> pending;
        var looking = Scope(message, null, "Webhooks");
        await using (looking.ConfigureAwait(false))
        {
            (await looking.ServiceProvider.GetRequiredService<WebhookDeliveries>().QueueAsync(happened, cancellationToken).ConfigureAwait(false)).WithoutValue().ThrowIfFailed();
            pending = await looking.ServiceProvider.GetRequiredService<RuleRunner>().PendingAsync(happened, cancellationToken).ConfigureAwait(false);
        }

        foreach (var rule in pending)
        {
            var running = Scope(message, rule.Id, $"Rule {rule.Key}, version {rule.Revision}");
            await using (running.ConfigureAwait(false))
            {
                await running.ServiceProvider.GetRequiredService<RuleRunner>().RunAsync(happened, rule, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private AsyncServiceScope Scope(OutboxMessage message, AutomationRuleId? rule, string reason) => scopes.Create(new CrmScope(s_actor)
    {
        TenantId = message.TenantId,
        CorrelationId = message.CorrelationId,
        Reason = reason,
        Cause = rule is { } next ? RuleChain.Extend(message.Cause, next) : message.Cause,
    });
}
