using Crm.Domain.Access;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Crm.Persistence.Specification.Service;

/// <summary>Cases whose customers are silent are closed once, by the clock, with a reason in the audit.</summary>
[Trait("Check", "SC-17")]
public abstract class CaseClosingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task Silence_AfterOurLastWord_ClosesWhenItsTimeIsUp_AndNotBefore()
    {
        var host = await HostAsync(s => s.Crm = Closing);
        ServiceCaseId resolved, waiting, unanswered, open;
        await using (var work = host.Work())
        {
            var customer = await work.RegisterAsync();
            async Task<ServiceCaseId> OpenAsync() => (await work.Desk.OpenAsync(new CaseDetails(customer, "Cold"))).Value.Id;
            (resolved, waiting, unanswered, open) = (await OpenAsync(), await OpenAsync(), await OpenAsync(), await OpenAsync());
            await work.Desk.ResolveAsync(resolved, "Descaled");
            await work.Desk.ReplyAsync(waiting, "Which one?");
            await work.Desk.WaitAsync(waiting);
            await work.Desk.WaitAsync(unanswered);
            await work.Desk.ReplyAsync(open, "We look");
            await work.SaveAsync();
            (await work.Get<CaseClosing>().NextDueAsync()).Should().Be(host.Clock.Now + Duration.FromDays(3));
        }

        host.Clock.Advance(Duration.FromDays(3) - Duration.FromMilliseconds(1));
        (await CloseAsync(host)).Should().BeEmpty();
        host.Clock.Advance(Duration.FromMilliseconds(1));
        (await CloseAsync(host)).Should().Equal(resolved);
        (await CloseAsync(host)).Should().BeEmpty("it was closed already");
        host.Clock.Advance(Duration.FromDays(400));
        (await CloseAsync(host)).Should().Equal(waiting);

        var traces = await Traces.OfAsync(host, resolved.Value);
        traces.Audit[^1].Acts.Should().Be("service.case-closed-for-silence");
        Traces.ChangesOf(traces.Audit[^1])["Status"].Should().Equal("resolved", "closed");
        traces.Outbox[^1].Payload.Should().Contain("\"days\":3").And.Contain("silentSince");
        await using var check = host.Work();
        (await check.Desk.FindAsync(unanswered))!.Category.Should().Be(CaseCategory.Paused, "its customer waits for us");
        (await check.Desk.FindAsync(open))!.Category.Should().Be(CaseCategory.Open);
        (await check.Get<CaseClosing>().NextDueAsync()).Should().BeNull();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<CaseClosing>().CloseSilentAsync()).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await check.Get<CaseClosing>().CloseSilentAsync(0)).Errors.Single().Code.Should().Be("InvalidValue");
    }

    [SkippableFact]
    public async Task AWordOfTheCustomer_AtTheSameTime_KeepsTheCaseOpen()
    {
        var host = await HostAsync(s => s.Crm = Closing);
        var id = (await ResolvedAsync(host, 1)).Single();
        host.Clock.Advance(Duration.FromDays(4));
        await using var closing = host.Work();
        await using var receiving = host.Work();
        (await closing.Get<CaseClosing>().CloseSilentAsync()).Value.Should().ContainSingle();
        await receiving.Desk.ReceiveAsync(id, "Wait!", "Anna");
        await receiving.SaveAsync();
        (await closing.UnitOfWork.SaveAsync()).Errors.Should().OnlyContain(e => e.Code == "VersionConflict");
        (await CloseAsync(host)).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Service_OfTwoProcesses_AfterDowntime_ClosesEachCaseOnce_WithAReason()
    {
        const int Cases = 35;
        void Setup(HostSetup setup)
        {
            setup.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
            setup.Crm = o =>
            {
                Closing(o);
                o.CaseClosing.BatchSize = 10;
            };
        }

        var host = await HostAsync(Setup);
        var ids = await ResolvedAsync(host, Cases);
        host.Clock.Advance(Duration.FromDays(100));
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString, Setup);
        other.Clock.Now = host.Clock.Now;
        var services = new[] { host, other }.Select(h => h.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService")).ToList();
        await Task.WhenAll(services.Select(s => s.StartAsync(default)));
        await using var check = host.Work();
        using var patience = new CancellationTokenSource(s_patience);
        while (await check.Context.Set<ServiceCase>().CountAsync(c => c.ClosedAt != null, patience.Token) < Cases)
        {
            await Task.Yield();
        }

        await Task.WhenAll(services.Select(s => s.StopAsync(default)));
        var closings = await check.Context.Set<OutboxMessage>().Where(m => m.EventName == "service.case-closed-for-silence").Select(m => m.AggregateId).ToListAsync();
        closings.Should().OnlyHaveUniqueItems().And.BeEquivalentTo(ids.Select(i => i.Value));
        var audit = await check.Context.Set<AuditEntry>().Where(a => a.Acts == "service.case-closed-for-silence").ToListAsync();
        audit.Should().HaveCount(Cases).And.OnlyContain(a => a.ActorId == "case-closing" && a.Reason!.Contains("silent"));
    }

    [SkippableFact]
    public async Task Service_OfTenants_ClosesInEach()
    {
        var host = await HostAsync<TenantContext>(s => (s.Crm, s.Persistence) = (Closing, o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5)));
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
            var id = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Cold"))).Value.Id;
            await work.Desk.ResolveAsync(id, "Descaled");
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(3));
        var service = host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService");
        await service.StartAsync(default);
        using var patience = new CancellationTokenSource(s_patience);
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(new CrmScope(Actor.Agent("ada")) { TenantId = tenant });
            while (await work.Context.Set<ServiceCase>().AnyAsync(c => c.ClosedAt == null, patience.Token))
            {
                await Task.Yield();
            }
        }

        await service.StopAsync(default);
    }

    private static void Closing(CrmOptions options)
    {
        options.CaseClosing.SilentDays[CaseStatus.Resolved] = 3;
        options.CaseClosing.SilentDays[CaseStatus.WaitingOnCustomer] = 14;
    }

    private static async Task<IReadOnlyList<ServiceCaseId>> CloseAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        var closed = (await work.Get<CaseClosing>().CloseSilentAsync()).Value;
        await work.SaveAsync();
        return [.. closed.Select(c => c.Id)];
    }

    private static async Task<IReadOnlyList<ServiceCaseId>> ResolvedAsync(CrmTestHost<SpecificationContext> host, int count)
    {
        await using var work = host.Work();
        var customer = await work.RegisterAsync();
        var ids = new List<ServiceCaseId>();
        for (var i = 0; i < count; i++)
        {
            ids.Add((await work.Desk.OpenAsync(new CaseDetails(customer, $"Cold {i}"))).Value.Id);
            await work.Desk.ResolveAsync(ids[^1], "Descaled");
        }

        await work.SaveAsync();
        return ids;
    }
}
