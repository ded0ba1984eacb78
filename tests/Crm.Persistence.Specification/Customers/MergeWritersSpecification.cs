using System.Collections.Concurrent;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Interactions;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Customers;

/// <summary>Whoever writes to either customer while they are merged loses nothing, and leaves nothing on the absorbed id.</summary>
public abstract class MergeWritersSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Writers = 8;

    [SkippableFact]
    [Trait("Check", "CM-08")]
    [Trait("Check", "CM-11")]
    public async Task EightWriters_DuringAMerge_LoseNothingAndLeaveNothingBehind()
    {
        var rounds = TestScale.Count(3, 30);
        var host = await HostAsync();
        await using (var work = host.Work())
        {
            await work.AddProductAsync(MergeStories.Sku, 50);
        }

        for (var round = 0; round < rounds; round++)
        {
            await RoundAsync(host);
        }
    }

    [SkippableFact]
    [Trait("Check", "CM-11")]
    public async Task TwoMerges_AgainstEachOther_MakeOneCustomer()
    {
        var host = await HostAsync();
        for (var round = 0; round < TestScale.Count(5, 50); round++)
        {
            CustomerId first, second;
            await using (var work = host.Work())
            {
                (first, second) = (await work.RegisterAsync(), await work.RegisterAsync());
            }

            var results = await Task.WhenAll(new[] { (first, second), (second, first) }.Select(pair => Task.Run(async () =>
            {
                await using var work = host.Work();
                return await work.Merger.MergeAsync(pair.Item1, pair.Item2);
            })));
            results.Count(r => r.Succeeded).Should().Be(1);
            results.Single(r => !r.Succeeded).Errors.Single().Code.Should().BeOneOf("CustomerAlreadyMerged", "VersionConflict");
            await using var check = host.Work();
            var living = results.Single(r => r.Succeeded).Value.Survivor.Id;
            (await check.Merger.ResolveAsync(first)).Should().Be(living);
            (await check.Merger.ResolveAsync(second)).Should().Be(living);
        }
    }

    private static async Task RoundAsync(CrmTestHost<SpecificationContext> host)
    {
        CustomerId survivor, absorbed;
        await using (var work = host.Work())
        {
            (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        }

        var orders = new ConcurrentBag<OrderId>();
        var tags = new ConcurrentBag<string>();
        var started = new TaskCompletionSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var target = writer % 2 == 0 ? survivor : absorbed;
            for (var i = 0; i < 6; i++)
            {
                await PersistAsync(host, async work =>
                {
                    var order = await work.Orders.PlaceAsync(new NewOrder(target, [new NewOrderLine(MergeStories.Sku, 1)]));
                    _ = (await work.Desk.OpenAsync(new CaseDetails(target, "Case"))).Value;
                    _ = (await work.History.RecordAsync(new ContactDetails(target, Channels.Phone, Direction.Inbound, "Call"))).Value;
                    return order.Value.Id;
                }, orders.Add);
                var tag = $"tag {writer} {i}";
                await PersistAsync(host, async work =>
                {
                    _ = (await work.Care.TagAsync(target, tag)).Value;
                    return tag;
                }, tags.Add);
                started.TrySetResult();
            }
        })).ToList();
        await started.Task.WaitAsync(TimeSpan.FromMinutes(1));
        while (true)
        {
            await using var work = host.Work();
            var merged = await work.Merger.MergeAsync(survivor, absorbed);
            if (merged.Succeeded)
            {
                break;
            }

            merged.Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
        }

        await Task.WhenAll(writers).WaitAsync(TimeSpan.FromMinutes(2));
        await using var check = host.Work();
        string[] history = ["crm_audit", "crm_customer_merge_rows", "crm_customer_merges", "crm_customer_tombstones", "crm_outbox"];
        (await TableContents.HoldingAsync(check.Context, absorbed.Value)).Should().BeSubsetOf(history);
        orders.Should().HaveCount(Writers * 6);
        (await check.Context.Set<Order>().Where(o => o.CustomerId == survivor).Select(o => o.Id).ToListAsync()).Should().BeEquivalentTo(orders);
        (await check.Customers.FindAsync(survivor))!.Tags.Select(t => t.Name).Should().BeEquivalentTo(tags);
        var subject = survivor.Value;
        (await check.Context.Set<TimelineLink>().CountAsync(l => l.SubjectId == subject && l.Kind == "order-placed")).Should().Be(orders.Count);
    }

    // As a well-behaved host does: a coded conflict means to find anew and to repeat.
    private static async Task PersistAsync<T>(CrmTestHost<SpecificationContext> host, Func<CrmWork<SpecificationContext>, Task<T>> act, Action<T> done)
    {
        while (true)
        {
            await using var work = host.Work();
            var made = await act(work);
            var saved = await work.UnitOfWork.SaveAsync();
            if (saved.Succeeded)
            {
                done(made);
                return;
            }

            saved.Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
        }
    }
}
