using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Querying;
using Crm.Persistence.EfCore.Sql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.EfCore.Automation;

internal sealed class WebhookStore(CrmDb crm) : IWebhookStore
{
    private readonly CrmDb _db = crm.For(CrmAreas.Automation);

    private IQueryable<WebhookSubscription> Subscriptions => _db.Context.Set<WebhookSubscription>().IgnoreAutoIncludes().AsNoTracking();

    private IQueryable<WebhookDelivery> Deliveries => _db.Context.Set<WebhookDelivery>().AsNoTracking();

    public async Task<WebhookSubscription?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var stored = StorableText.Of(key);
        return _db.Context.Set<WebhookSubscription>().Local.FirstOrDefault(s => s.Key == stored)
            ?? await _db.LoadAsync<WebhookSubscription>(s => s.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public Task<WebhookSubscription?> FindAsync(WebhookSubscriptionId id, CancellationToken cancellationToken) => _db.LoadAsync<WebhookSubscription, WebhookSubscriptionId>(id, cancellationToken);

    public async Task<IReadOnlyList<WebhookSubscription>> ListAsync(CancellationToken cancellationToken)
    {
        var found = await _db.Context.Set<WebhookSubscription>().AsNoTracking().AsSplitQuery().ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. found.OrderBy(s => s.Key, StringComparer.Ordinal)];
    }

    public async Task<IReadOnlyList<WebhookSubscriptionId>> OfEventAsync(string eventName, CancellationToken cancellationToken) => await Subscriptions
        .Where(s => s.IsActive && s.Events.Any(e => e.Name == eventName || e.Name == WebhookEventName.Every))
        .OrderBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken).ConfigureAwait(false);

    public void Add(WebhookSubscription subscription) => _db.Context.Add(subscription);

    public async Task<bool> QueueAsync(WebhookDelivery delivery, CancellationToken cancellationToken) =>
        (await NewRows.WriteAsync(_db.Context, [delivery], d => d.EventName, nameof(WebhookDelivery.EventName), cancellationToken).ConfigureAwait(false)).Count > 0;

    public async Task<IReadOnlyList<WebhookDelivery>> TakeDueAsync(Instant now, Instant until, int take, CancellationToken cancellationToken)
    {
        // Reading first keeps idle processes from taking SQLite's only write lock.
        var due = await Deliveries.Where(d => d.DueAt <= now && Subscriptions.Any(s => s.Id == d.SubscriptionId && s.IsActive)).OrderBy(d => d.DueAt).ThenBy(d => d.EventId).Take(take)
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        var mine = new List<WebhookDelivery>();
        foreach (var (subscription, happened) in due.Select(d => (d.SubscriptionId, d.EventId)))
        {
            if (await _db.Context.Set<WebhookDelivery>().Where(d => d.SubscriptionId == subscription && d.EventId == happened && d.DueAt <= now)
                    .ExecuteUpdateAsync(u => u.SetProperty(d => d.DueAt, until), cancellationToken).ConfigureAwait(false) == 1
                && await Deliveries.FirstOrDefaultAsync(d => d.SubscriptionId == subscription && d.EventId == happened, cancellationToken).ConfigureAwait(false) is { } taken)
            {
                mine.Add(taken);
            }
        }

        return mine;
    }

    public Task<WebhookDelivery?> DeliveryAsync(WebhookSubscriptionId subscriptionId, Guid eventId, CancellationToken cancellationToken) =>
        _db.Context.Set<WebhookDelivery>().FirstOrDefaultAsync(d => d.SubscriptionId == subscriptionId && d.EventId == eventId, cancellationToken);

    public async Task<Page<WebhookDelivery>> ListAsync(WebhookSubscriptionId subscriptionId, WebhookDeliveryStatus? status, PageRequest page, CancellationToken cancellationToken)
    {
        var query = Deliveries.Where(d => d.SubscriptionId == subscriptionId);
        if (status is { } wanted)
        {
            query = query.Where(d => d.Status == wanted);
        }

        if (page.After is { } after)
        {
            var (at, id) = (after.At, after.Id);
            query = query.Where(d => d.CreatedAt <= at && (d.CreatedAt < at || d.EventId < id));
        }

        var rows = await query.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.EventId).Take(page.Take + 1).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows.ToPage(page, d => new PageKey(d.CreatedAt, d.EventId));
    }

    public async Task<int> RemoveOldAsync(Instant before, int take, CancellationToken cancellationToken)
    {
        // Deliveries are found by their subscription, of which there are few.
        var removed = 0;
        foreach (var id in await Subscriptions.Select(s => s.Id).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            removed += await _db.Context.Set<WebhookDelivery>()
                .Where(d => d.SubscriptionId == id && d.CreatedAt < before && d.Status != WebhookDeliveryStatus.Waiting).OrderBy(d => d.CreatedAt).ThenBy(d => d.EventId).Take(take - removed)
                .ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
            if (removed == take)
            {
                break;
            }
        }

        return removed;
    }
}
