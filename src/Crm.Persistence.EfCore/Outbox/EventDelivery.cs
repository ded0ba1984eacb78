using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Crm.Domain.Access;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.EfCore.Outbox;

/// <summary>Hands one stored event to its handlers, each in a scope of its own and remembered with what it changed.</summary>
internal sealed class EventDelivery(ICrmScopeFactory scopes, EventCatalog catalog, IServiceProviderIsService? registrations)
{
    private const int MaxHandlerLength = 300;
    private static readonly Actor s_actor = Actor.System("outbox");
    private static readonly MethodInfo s_generic = typeof(EventDelivery).GetMethod(nameof(DeliverTypedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;
    private readonly ConcurrentDictionary<Type, DeliverTyped?> _typed = new();

    private delegate Task DeliverTyped(ICrmEvent happened, OutboxMessage message, Instant now, CancellationToken cancellationToken);

    public Task DeliverAsync(OutboxMessage message, Instant now, CancellationToken cancellationToken)
    {
        var type = catalog.TypeOf(message.EventName) ?? throw new InvalidOperationException(
            $"This process knows no event with the stored name {message.EventName}. Name its assembly in UseEntityFrameworkCore<TContext>(o => o.EventAssemblies.Add(…)).");
        if (_typed.GetOrAdd(type, Typed) is not { } deliver)
        {
            return Task.CompletedTask;
        }

        var happened = JsonSerializer.Deserialize(message.Payload, type, EventJson.Options) as ICrmEvent
            ?? throw new JsonException("The stored event is empty.");
        return deliver(happened, message, now, cancellationToken);
    }

    // Null for events that nobody handles: they cost neither a scope nor a look at their payload.
    private DeliverTyped? Typed(Type type) => registrations?.IsService(typeof(ICrmEventHandler<>).MakeGenericType(type)) == false
        ? null
        : s_generic.MakeGenericMethod(type).CreateDelegate<DeliverTyped>(this);

    private async Task DeliverTypedAsync<TEvent>(ICrmEvent happened, OutboxMessage message, Instant now, CancellationToken cancellationToken)
        where TEvent : ICrmEvent
    {
        var delivery = new CrmDelivery(message.Id, message.EventName, message.AggregateId, message.AggregateVersion, message.Attempts + 1, message.CorrelationId);
        var count = 1;
        for (var i = 0; i < count; i++)
        {
            var scope = scopes.Create(new CrmScope(s_actor) { TenantId = message.TenantId, CorrelationId = message.CorrelationId, Cause = message.Cause });
            await using (scope.ConfigureAwait(false))
            {
                var handlers = scope.ServiceProvider.GetServices<ICrmEventHandler<TEvent>>().ToList();
                count = handlers.Count;
                if (i < count)
                {
                    await HandleOnceAsync(scope.ServiceProvider, handlers[i], (TEvent)happened, delivery, now, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task HandleOnceAsync<TEvent>(
        IServiceProvider services, ICrmEventHandler<TEvent> handler, TEvent happened, CrmDelivery delivery, Instant now, CancellationToken cancellationToken)
        where TEvent : ICrmEvent
    {
        var context = services.GetRequiredService<CrmDb>().Context;

        // Not FullName: that of a generic handler names assembly versions, is long, and changes with every release.
        var name = RowFactory.Cut(handler.GetType().ToString(), MaxHandlerLength)!;
        if (await context.Set<InboxEntry>().AnyAsync(e => e.EventId == delivery.EventId && e.Handler == name, cancellationToken).ConfigureAwait(false))
        {
            return;
        }

        await handler.HandleAsync(happened, delivery, cancellationToken).ConfigureAwait(false);
        context.Add(new InboxEntry { EventId = delivery.EventId, Handler = name, HandledAt = now });
        await context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
    }
}
