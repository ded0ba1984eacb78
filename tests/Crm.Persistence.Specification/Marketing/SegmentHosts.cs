using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>What tests of segments do again and again.</summary>
internal static class SegmentHosts
{
    public static async Task<CustomerId> RegisterAsync<TContext>(this CrmTestHost<TContext> host, string name, params string[] tags)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var id = (await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName(name, "Known") })).Value.Id;
        foreach (var tag in tags)
        {
            (await work.Care.TagAsync(id, tag)).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
        return id;
    }

    /// <summary>Makes a segment with criteria, or a list without.</summary>
    public static async Task<SavedSegment> CreateAsync<TContext>(this CrmTestHost<TContext> host, string key, string? criteria, bool announces = true)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var made = (await work.Get<Segments>().CreateAsync(
            new SegmentDraft(key, $"The {key}") { Criteria = criteria is null ? null : Criterion.Parse(criteria).Value, AnnouncesMembers = announces })).Value;
        await work.SaveAsync();
        return made;
    }

    public static async Task<SegmentRefreshResult> RefreshAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return (await work.Get<SegmentRefresh>().RunAsync()).Value;
    }

    public static async Task<IReadOnlyList<CustomerId>> MembersAsync<TContext>(this CrmTestHost<TContext> host, string key)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var (all, after) = (new List<CustomerId>(), (PageKey?)null);
        do
        {
            var page = await work.Get<SegmentMembers>().ListAsync(key, new PageRequest { Take = 3, After = after });
            all.AddRange(page.Items.Select(m => m.CustomerId));
            after = PageKey.TryParse(page.Next?.ToString());
        }
        while (after is not null);
        return all;
    }

    /// <summary>The events of stays in the order of each stay: name, reason, customer.</summary>
    public static async Task<IReadOnlyList<OutboxMessage>> StayEventsAsync<TContext>(this CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.Context.Set<OutboxMessage>().AsNoTracking().Where(m => m.AggregateType == nameof(SegmentMembership)).OrderBy(m => m.OccurredAt).ThenBy(m => m.AggregateVersion).ToListAsync();
    }
}
