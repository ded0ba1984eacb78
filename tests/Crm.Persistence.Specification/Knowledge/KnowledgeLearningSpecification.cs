using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Knowledge;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>The search learns from what several readers asked before an item helped them.</summary>
public abstract class KnowledgeLearningSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Duration s_over = Duration.FromHours(25);

    [SkippableFact]
    public async Task Words_OfReadersWhomTheItemHelped_FindIt()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold", "Descale the heating element.");
        await host.PublishItemAsync("The toaster burns", "Turn the dial down.");
        (await FindAsync(host, "lukewarm water")).Should().BeEmpty();

        foreach (var key in new[] { "one", "two", "three" })
        {
            await host.GuestAsksAsync(key, $"lukewarm water {key}teen", opens: item);
            await host.ReadAsync(ReadingScene.Guest, r => r.SolvedAsync(item, key));
        }

        (await LearnAsync(host)).Should().Be(0, "a lesson waits a while, so that it is not learned by the click");
        host.Clock.Advance(Duration.FromMinutes(11));
        (await LearnAsync(host)).Should().Be(1);
        (await FindAsync(host, "lukewarm water")).Should().Equal(item);
        (await FindAsync(host, "twoteen")).Should().BeEmpty("one reader's word is nobody else's");
        (await LearnAsync(host)).Should().Be(0);
    }

    [SkippableFact]
    public async Task Item_OpenedLast_Helped_WhereNoCaseCame()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var (looked, helped) = (await host.PublishItemAsync("The toaster burns"), await host.PublishItemAsync("The kettle stays cold"));
        foreach (var key in new[] { "one", "two", "three", "files", "says no" })
        {
            await host.GuestAsksAsync(key, "lukewarm water", opens: looked);
            host.Clock.Advance(Duration.FromMinutes(1));
            await host.ReadAsync(ReadingScene.Guest, r => r.OpenedAsync(helped, key));
        }

        await host.ReadAsync(ReadingScene.Guest, r => r.FiledAsync(null, "files"));
        await using (var voting = host.Work(ReadingScene.Guest))
        {
            (await voting.Get<KnowledgeVotes>().VoteAsync(helped, false, "says no")).Succeeded.Should().BeTrue();
            await voting.SaveAsync();
        }

        (await SettleAsync(host)).Should().Be(0, "the time for a case is not over");
        host.Clock.Advance(s_over);
        (await SettleAsync(host)).Should().Be(5);
        (await SettleAsync(host)).Should().Be(0);
        await using var check = host.Work();
        var readings = await check.Context.Set<ItemReading>().Where(r => r.HelpedAt != null).ToListAsync();
        readings.Should().HaveCount(3).And.OnlyContain(r => r.KnowledgeItemId == helped);
    }

    [SkippableFact]
    public async Task Item_HelpedNot_WhereTheCustomerCalledAfterAll()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        await using var agent = host.Work();
        var customer = await agent.RegisterAsync();
        await host.ReadAsync(ReadingScene.Portal(customer), r => r.SearchedAsync("lukewarm", ReadingScene.English, 1));
        await host.ReadAsync(ReadingScene.Portal(customer), r => r.OpenedAsync(item));
        host.Clock.Advance(Duration.FromHours(2));
        (await agent.Desk.OpenAsync(new CaseDetails(customer, "Lukewarm"))).Succeeded.Should().BeTrue();
        await agent.SaveAsync();
        host.Clock.Advance(s_over);
        (await SettleAsync(host)).Should().Be(1);
        (await agent.Context.Set<ItemReading>().AnyAsync(r => r.HelpedAt != null)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task WhatIsLearned_GoesWithTheReadersItCameFrom()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold", "Descale it.");
        foreach (var key in new[] { "one", "two", "three" })
        {
            await host.GuestAsksAsync(key, "lukewarm", opens: item);
            await host.ReadAsync(ReadingScene.Guest, r => r.SolvedAsync(item, key));
        }

        host.Clock.Advance(Duration.FromMinutes(11));
        (await LearnAsync(host)).Should().Be(1);
        (await FindAsync(host, "lukewarm")).Should().Equal(item);
        foreach (var key in new[] { "one", "two", "three" })
        {
            await using var guest = host.Work(ReadingScene.Guest);
            (await guest.Get<KnowledgeReading>().ForgetAsync(key)).Succeeded.Should().BeTrue();
        }

        host.Clock.Advance(Duration.FromDays(8));
        (await LearnAsync(host)).Should().Be(1);
        (await FindAsync(host, "lukewarm")).Should().BeEmpty();
        host.Clock.Advance(Duration.FromDays(8));
        (await LearnAsync(host)).Should().Be(0, "nothing is known that could decay");
    }

    [SkippableFact]
    public async Task OldSessions_Go()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        await host.GuestAsksAsync("one", "cold kettle");
        host.Clock.Advance(Duration.FromDays(200));
        await host.GuestAsksAsync("two", "cold kettle");
        host.Clock.Advance(Duration.FromDays(201));
        await using var work = host.Work();
        (await work.Get<KnowledgeLearning>().ForgetOldAsync()).Value.Should().Be(1);
        (await work.Context.Set<KnowledgeSession>().CountAsync(), await work.Context.Set<QuestionWord>().CountAsync()).Should().Be((1, 2));
        (await work.Get<KnowledgeLearning>().ForgetOldAsync(0)).Errors.Single().Code.Should().Be("InvalidValue");
        await using var guest = host.Work(ReadingScene.Guest);
        (await guest.Get<KnowledgeLearning>().SettleAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<KnowledgeLearning>().LearnAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task HostedService_SettlesLearnsAndForgets_OfEveryTenant()
    {
        var host = await HostAsync<TenantContext>(s =>
        {
            ReadingScene.KeepsReaders(s);
            s.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
        });
        var items = new Dictionary<string, KnowledgeItemId>(StringComparer.Ordinal);
        foreach (var tenant in new[] { "one", "two" })
        {
            await using (var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant }))
            {
                var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("The kettle stays cold", "Descale it.", ReadingScene.English), Domain.Values.Audience.Public)).Value;
                (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
                await work.SaveAsync();
                items.Add(tenant, item.Id);
            }

            foreach (var key in new[] { "a", "b", "c" })
            {
                await using var guest = host.Work(new CrmScope(Actor.Guest) { TenantId = tenant });
                (await guest.Get<KnowledgeReading>().SearchedAsync($"lukewarm{tenant}", ReadingScene.English, 1, key)).Succeeded.Should().BeTrue();
                (await guest.Get<KnowledgeReading>().OpenedAsync(items[tenant], key)).Succeeded.Should().BeTrue();
                await guest.SaveAsync();
            }
        }

        host.Clock.Advance(s_over);
        var service = host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService");
        await service.StartAsync(default);
        await UntilAsync(host, async work => await work.Context.Set<KnowledgeLessonRow>().AnyAsync());
        host.Clock.Advance(Duration.FromMinutes(11));
        foreach (var tenant in items.Keys)
        {
            await UntilAsync(host, async work => (await work.Search.SearchAsync(new KnowledgeCriteria($"lukewarm{tenant}"))).Hits.Any(h => h.Id == items[tenant]), tenant);
            await using var work = host.Work(new CrmScope(Actor.Guest) { TenantId = tenant });
            (await work.Search.SearchAsync(new KnowledgeCriteria(tenant == "one" ? "lukewarmtwo" : "lukewarmone"))).Hits.Should().BeEmpty("tenants learn apart");
        }

        host.Clock.Advance(Duration.FromDays(401));
        await UntilAsync(host, async work => !await work.Context.Set<KnowledgeSession>().AnyAsync());
        await service.StopAsync(default);
    }

    private static async Task UntilAsync(CrmTestHost<TenantContext> host, Func<CrmWork<TenantContext>, Task<bool>> isSo, string tenant = "two")
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
            if (await isSo(work))
            {
                return;
            }

            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static async Task<IReadOnlyList<KnowledgeItemId>> FindAsync(CrmTestHost<SpecificationContext> host, string text)
    {
        await using var work = host.Work(ReadingScene.Guest);
        return [.. (await work.Search.SearchAsync(new KnowledgeCriteria(text))).Hits.Select(h => h.Id)];
    }

    private static async Task<int> SettleAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var settled = (await work.Get<KnowledgeLearning>().SettleAsync()).Value;
        await work.SaveAsync();
        return settled;
    }

    private static async Task<int> LearnAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return (await work.Get<KnowledgeLearning>().LearnAsync()).Value;
    }
}
