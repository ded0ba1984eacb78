using Crm.Domain.Access;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Marketing;
using Crm.Persistence.Specification.Service;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Crm.Persistence.Specification.Background;

/// <summary>The hosted service that does what comes due by the clock.</summary>
public abstract class DueWorkSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Reminders_OfEveryTenant_AreRaisedOnce_ByWhicheverProcess()
    {
        const int Calls = 12;
        void Setup(HostSetup setup) => setup.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
        var host = await HostAsync<TenantContext>(Setup);
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(Agent(tenant));
            var customer = await work.RegisterAsync();
            for (var i = 0; i < Calls; i++)
            {
                var call = new ActivityDetails(ActivityKinds.Call, $"Call {i}", host.Clock.Now + Duration.FromHours(2)) { CustomerId = customer, RemindBefore = [Duration.FromHours(1)] };
                (await work.Get<ActivityPlanner>().PlanAsync(call)).Succeeded.Should().BeTrue();
            }

            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(30));
        var other = await OpenAsync<TenantContext>(host.ConnectionString, Setup);
        other.Clock.Now = host.Clock.Now;
        var services = new[] { Service(host), Service(other) };
        await Task.WhenAll(services.Select(s => s.StartAsync(default)));
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(Agent(tenant));
            var raised = work.Context.Set<AuditEntry>().Where(a => a.ActorId == "activity-reminders" && a.Reason == "The reminder is due.");
            await UntilAsync(async token => await raised.CountAsync(token) >= Calls);
            (await raised.Select(a => a.AggregateId).ToListAsync()).Should().HaveCount(Calls).And.OnlyHaveUniqueItems();
        }

        await Task.WhenAll(services.Select(s => s.StopAsync(default)));
        await using var check = host.Work(Agent("one"));
        var events = await check.Context.Set<OutboxMessage>().Where(m => m.EventName == "interactions.activity-reminder-due").Select(m => m.AggregateId).ToListAsync();
        events.Should().HaveCount(2 * Calls).And.OnlyHaveUniqueItems();
    }

    [SkippableFact]
    public async Task Offers_NotTakenInTime_GoBack()
    {
        var host = await HostAsync(s => s.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5));
        await using var work = host.Work();
        var queue = await work.QueueAsync("Calls", new QueueSettings { ReservationTime = Duration.FromSeconds(30) }, ("ada", new AgentProfile()));
        await work.CallAsync(queue, await work.RegisterAsync());
        await work.SaveAsync();
        (await work.Router().RouteAsync(queue)).Value.Should().ContainSingle(a => a.UserId == "ada");
        host.Clock.Advance(Duration.FromSeconds(30));
        var service = Service(host);
        await service.StartAsync(default);
        await UntilAsync(token => work.Context.Set<WorkItem>().AnyAsync(i => i.State == WorkItemState.Waiting, token));
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task SignUps_NotConfirmedInTime_End()
    {
        var (host, _) = await SignUpStory.OpenAsync(s => HostAsync(h =>
        {
            s(h);
            h.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
        }));
        (await host.SubmitAsync(SignUpStory.Request())).Succeeded.Should().BeTrue();
        host.Clock.Advance(Duration.FromHours(48));
        var service = Service(host);
        await service.StartAsync(default);
        await using var work = host.Work();
        await UntilAsync(token => work.Context.Set<SignUp>().AnyAsync(s => s.Status == SignUpStatus.Expired && s.Email == null, token));
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Service_SwitchedOff_EndsAtOnce()
    {
        var host = await HostAsync(s => s.Persistence = o => o.DoDueWorkInBackground = false);
        var service = (BackgroundService)Service(host);
        await service.StartAsync(default);
        await service.ExecuteTask!.WaitAsync(s_patience);
    }

    [SkippableFact]
    public async Task Tenant_WhoseWorkFails_DoesNotKeepTheOthersWaiting()
    {
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Persistence = o => o.DueWorkInterval = TimeSpan.FromMilliseconds(5);
            s.Crm = o => o.CaseClosing.SilentDays[CaseStatus.Resolved] = 7;
            s.Services = all => all.AddScoped<ICaseObserver, FailsForOne>();
        });
        foreach (var tenant in new[] { "one", "two" })
        {
            await using var work = host.Work(Agent(tenant));
            var opened = (await work.Desk.OpenAsync(new CaseDetails(await work.RegisterAsync(), "Kettle"))).Value;
            (await work.Desk.ResolveAsync(opened.Id, "Mended")).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        FailsForOne.Fails = true;
        host.Clock.Advance(Duration.FromDays(8));
        var service = Service(host);
        await service.StartAsync(default);
        await using var two = host.Work(Agent("two"));
        await UntilAsync(token => two.Context.Set<ServiceCase>().AnyAsync(c => c.Status == CaseStatus.Closed, token));
        await service.StopAsync(default);
        FailsForOne.Fails = false;
        await using var one = host.Work(Agent("one"));
        (await one.Context.Set<ServiceCase>().Select(c => c.Status).SingleAsync()).Should().Be(CaseStatus.Resolved);
    }

    private static CrmScope Agent(string tenant) => new(Actor.Agent("ada")) { TenantId = tenant };

    private static IHostedService Service<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext => host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "DueWorkService");

    private static async Task UntilAsync(Func<CancellationToken, Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!await isSo(patience.Token))
        {
            await Task.Yield();
        }
    }

    private sealed class FailsForOne(CrmScopeAccessor scope) : ICaseObserver
    {
        public static volatile bool Fails;

        public Task SettledAsync(ServiceCase settled, Instant now, CancellationToken cancellationToken) =>
            Fails && scope.Required.TenantId == "one" ? throw new InvalidOperationException("The host's own trouble.") : Task.CompletedTask;
    }
}
