using System.Collections.Concurrent;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Service;

/// <summary>Sixteen routers at once give out no work twice and fill no agent beyond its units.</summary>
[Trait("Check", "SC-14")]
public abstract class WorkRaceSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Workers = 16;

    [SkippableFact]
    public async Task AgentsAskingAtOnce_GetEachPieceOfWorkOnce_InLine()
    {
        var each = TestScale.Count(4, 60);
        var host = await HostAsync();
        var queue = await FillAsync(host, Workers * each, capacity: each);
        var taken = new ConcurrentBag<WorkItemId>();
        await EachAsync(async worker =>
        {
            for (var got = 0; got < each;)
            {
                await using var work = host.Work();
                var next = await work.Router().NextAsync($"agent-{worker:D2}");
                if (next.TryGetValue(out var given) && given.Item is { } item)
                {
                    taken.Add(item.Id);
                    got++;
                }
                else
                {
                    next.Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
                }
            }
        });

        taken.Should().OnlyHaveUniqueItems().And.HaveCount(Workers * each);
        await CheckAsync(host, queue, Workers * each, each);
    }

    [SkippableFact]
    public async Task RoutersOfOneQueueAtOnce_GiveOutEverythingOnce_AndNobodyTooMuch()
    {
        var each = TestScale.Count(3, 40);
        var host = await HostAsync();

        // More work than all agents together can take.
        var queue = await FillAsync(host, (Workers * each) + 5, capacity: each);
        var given = new ConcurrentBag<WorkAssignment>();
        await EachAsync(async _ =>
        {
            for (var tries = 0; tries < 500; tries++)
            {
                await using var work = host.Work();
                var routed = await work.Router().RouteAsync(queue, 1);
                if (!routed.TryGetValue(out var step))
                {
                    routed.Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
                    continue;
                }

                if (step is [{ UserId: not null } assignment])
                {
                    given.Add(assignment);
                }
                else if (step is [{ Unassigned: UnassignedReason.NobodyHasRoom }])
                {
                    return;
                }
            }
        });

        given.Select(a => a.ItemId).Should().OnlyHaveUniqueItems().And.HaveCount(Workers * each);
        await CheckAsync(host, queue, Workers * each, each);
        await using var check = host.Work();
        (await check.Work().LineAsync(queue)).Should().HaveCount(5, "what nobody could take is still in line");
    }

    [SkippableFact]
    public async Task OneAgentForTwoQueues_RoutedAtOnce_IsNeverOverfilled()
    {
        var host = await HostAsync();
        WorkQueueId[] queues;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            queues = [await work.QueueAsync("One", null, ("ada", new AgentProfile { Capacity = 3 })), await work.QueueAsync("Two", null, ("ada", new AgentProfile { Capacity = 3 }))];
            for (var i = 0; i < 8; i++)
            {
                await work.CallAsync(queues[i % 2], customer, new WorkItemDetails { Units = 2 });
            }

            await work.SaveAsync();
        }

        await EachAsync(async worker =>
        {
            await using var work = host.Work();
            _ = worker % 3 == 0 ? (await work.Router().NextAsync("ada")).WithoutValue() : (await work.Router().RouteAsync(queues[worker % 2])).WithoutValue();
        });
        await using var check = host.Work();
        (await check.Agents().ListAsync()).Should().ContainSingle(a => a.Units == 2, "two pieces of two units each would be four");
    }

    private static async Task<WorkQueueId> FillAsync(CrmTestHost<SpecificationContext> host, int items, int capacity)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var queue = await work.QueueAsync("Calls", null, [.. Enumerable.Range(0, Workers).Select(i => ($"agent-{i:D2}", new AgentProfile { Capacity = capacity }))]);
        for (var i = 0; i < items; i++)
        {
            await work.CallAsync(queue, customer);
        }

        await work.SaveAsync();
        return queue;
    }

    private static async Task CheckAsync(CrmTestHost<SpecificationContext> host, WorkQueueId queue, int handled, int capacity)
    {
        await using var work = host.Work();
        (await work.Context.Set<WorkItem>().CountAsync(i => i.QueueId == queue && i.State == WorkItemState.Handling)).Should().Be(handled);
        (await work.Context.Set<EfCore.Outbox.OutboxMessage>().CountAsync(m => m.EventName == "service.work-accepted")).Should().Be(handled, "one event for each");
        (await work.Agents().ListAsync()).Should().OnlyContain(a => a.Units == capacity);
    }

    private static Task EachAsync(Func<int, Task> worker) => Task.WhenAll(Enumerable.Range(0, Workers).Select(i => Task.Run(() => worker(i))));
}
