using System.Reflection;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Crash;

/// <summary>Checks a database after a crash: nothing acknowledged is lost, nothing is torn.</summary>
public static class StoredStories
{
    private static readonly HashSet<string> s_timelineEvents =
    [
        .. typeof(ICrmEvent).Assembly.GetTypes().Where(t => typeof(ITimelineEvent).IsAssignableFrom(t)).Select(t => t.GetCustomAttribute<CrmEventAttribute>()?.Name).OfType<string>(),
    ];

    public static async Task CheckAsync(CrmTestHost<SpecificationContext> host, IReadOnlyCollection<Acknowledgement> acknowledged)
    {
        await using var work = host.Work();
        var context = work.Context;
        var orders = await context.Set<Order>().AsNoTracking().ToListAsync();
        var cases = await context.Set<ServiceCase>().AsNoTracking().ToListAsync();
        var versions = orders.Concat<IAggregateRoot>(cases)
            .Concat(await context.Set<Customer>().AsNoTracking().ToListAsync())
            .Concat(await context.Set<Product>().AsNoTracking().ToListAsync())
            .ToDictionary(a => a.AggregateId, a => a.Version);

        // Lost: an acknowledged version is behind the stored one at most.
        acknowledged.Where(a => !versions.TryGetValue(a.AggregateId, out var stored) || stored < a.Version).Should().BeEmpty("an acknowledged save is in the database");

        // Torn: every version has exactly one event, every save of ours one audit row, and neither stands alone.
        var events = await context.Set<OutboxMessage>().AsNoTracking().Select(m => new { m.Id, m.AggregateId, m.AggregateVersion, m.EventName }).ToListAsync();
        var eventsOf = events.GroupBy(e => e.AggregateId).ToDictionary(g => g.Key, g => g.Select(e => e.AggregateVersion).Order().ToList());
        eventsOf.Keys.Should().BeEquivalentTo(versions.Keys);
        versions.Where(v => !eventsOf[v.Key].SequenceEqual(Versions(v.Value))).Should().BeEmpty("versions 1, 2, … have one event each");
        var audit = await context.Set<AuditEntry>().AsNoTracking().Select(a => new { a.AggregateId, a.AggregateVersion, a.Acts }).ToListAsync();
        audit.GroupBy(a => (a.AggregateId, a.AggregateVersion)).Where(g => g.Count() > 1).Should().BeEmpty();
        audit.Where(a => !versions.TryGetValue(a.AggregateId, out var stored) || stored < a.AggregateVersion).Should().BeEmpty();
        audit.Select(a => (a.AggregateId, a.AggregateVersion)).Should().Contain(versions.Select(v => (v.Key, v.Value)), "the last save of every aggregate has its audit row");
        audit.Sum(a => a.Acts.Split(' ').Length).Should().Be(events.Count);

        var entries = await context.Set<TimelineEntry>().AsNoTracking().Select(e => e.Id).ToListAsync();
        entries.Should().HaveCount(events.Count(e => s_timelineEvents.Contains(e.EventName)));
        var links = await context.Set<TimelineLink>().AsNoTracking().Select(l => l.EntryId).Distinct().ToListAsync();
        links.Should().BeEquivalentTo(entries);

        orders.Where(o => o.Lines.Count != 2 || o.Facts.Count(f => f.Kind == PurchaseKind.Sale) != 2 || o.Facts.Sum(f => f.Amount.Amount) != o.Total.Amount)
            .Should().BeEmpty("lines and purchase facts are complete");
        cases.Where(c => c.Version > 1 && c.Messages.Count < 2).Should().BeEmpty();
        orders.Select(o => o.Number).Should().OnlyHaveUniqueItems();
    }

    private static IEnumerable<long> Versions(long last) => Enumerable.Range(1, (int)last).Select(v => (long)v);
}
