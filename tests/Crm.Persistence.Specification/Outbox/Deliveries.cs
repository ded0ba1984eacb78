using System.Collections.Concurrent;
using Crm.Domain.Access;
using Crm.Domain.Primitives;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>What handlers of one or several hosts saw, and what a test lets them do.</summary>
public sealed class Deliveries
{
    private readonly ConcurrentQueue<Delivered> _all = new();

    public IReadOnlyList<Delivered> All => [.. _all];

    public int Count => _all.Count;

    /// <summary>Runs in the handler, after what it does itself and before the dispatcher saves.</summary>
    public Func<CrmDelivery, Task> OnDelivery { get; set; } = _ => Task.CompletedTask;

    /// <summary>The versions of one aggregate in the order of their deliveries.</summary>
    public IEnumerable<long> VersionsOf(Guid aggregateId) => All.Where(d => d.Delivery.AggregateId == aggregateId).Select(d => d.Delivery.AggregateVersion);

    public Task AddAsync(object handler, ICrmEvent happened, CrmDelivery delivery, CrmScope scope)
    {
        _all.Enqueue(new Delivered(handler.GetType(), happened, delivery, scope));
        return OnDelivery(delivery);
    }
}

public sealed record Delivered(Type Handler, ICrmEvent Event, CrmDelivery Delivery, CrmScope Scope);
