using Crm.Domain.Marketing;
using Crm.Persistence.EfCore.Querying;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.EfCore.Marketing;

internal sealed class JourneyStore(CrmDb crm) : IJourneyStore
{
    private CrmDb Db => crm.For(CrmAreas.Marketing);

    private IQueryable<Journey> All => Db.Context.Set<Journey>().IgnoreAutoIncludes().AsNoTracking();

    public async Task<Journey?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (Db.Context.ChangeTracker.Entries<Journey>().Select(e => e.Entity).FirstOrDefault(j => j.Key == key) is { } tracked)
        {
            return tracked;
        }

        var stored = StorableText.Of(key);
        return await Db.LoadAsync<Journey>(j => j.Key == stored, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<string>> BySegmentAsync(CancellationToken cancellationToken) =>
        Ordered(await All.Where(j => j.SegmentKey != null).Select(j => j.Key).ToListAsync(cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<string>> AwaitingAsync(string eventName, CancellationToken cancellationToken) =>
        Ordered(await All.Where(j => j.Events.Any(e => e.Name == eventName)).Select(j => j.Key).ToListAsync(cancellationToken).ConfigureAwait(false));

    public async Task<IReadOnlyList<JourneySummary>> ListAsync(CancellationToken cancellationToken)
    {
        var running = await Db.Context.Set<JourneyRun>().AsNoTracking().Where(r => r.IsLive == true).GroupBy(r => r.JourneyId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken).ConfigureAwait(false);
        var all = await All.Select(j => new { j.Id, j.Key, j.Name, j.PublishedNumber, HasDraft = j.Versions.Any(v => v.Status == JourneyVersionStatus.Draft) }).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. all.OrderBy(j => j.Key, StringComparer.Ordinal).Select(j => new JourneySummary(j.Key, j.Name, j.PublishedNumber, j.HasDraft, running.GetValueOrDefault(j.Id)))];
    }

    public void Add(Journey journey) => Db.Context.Add(journey);

    // Not by the database, whose collations differ.
    private static IReadOnlyList<string> Ordered(List<string> keys) => [.. keys.Order(StringComparer.Ordinal)];
}
