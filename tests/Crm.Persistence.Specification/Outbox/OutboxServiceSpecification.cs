using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>The hosted service.</summary>
public abstract class OutboxServiceSpecification<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    public async Task Service_DeliversWhatIsSavedWhileItRuns()
    {
        var delivered = new TaskCompletionSource<Guid>();
        Deliveries.OnDelivery = d => Task.FromResult(delivered.TrySetResult(d.AggregateId));
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.PollInterval = TimeSpan.FromMilliseconds(10)));
        var service = host.Services.GetServices<IHostedService>().Should().ContainSingle(s => s.GetType().Name == "OutboxService").Subject;

        await service.StartAsync(default);
        var customer = await CustomerAsync(host);
        (await delivered.Task.WaitAsync(s_patience)).Should().Be(customer);
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Service_SurvivesARoundThatFails()
    {
        var failing = new FailingDispatcher { Failure = new IOException("The database is away.") };
        var host = await HostAsync(Noting(setup =>
        {
            var before = setup.Services;
            setup.Persistence = o => o.PollInterval = TimeSpan.FromMilliseconds(10);
            setup.Services = services =>
            {
                before(services);
                services.AddSingleton<IOutboxDispatcher>(failing);
            };
        }));
        var service = host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "OutboxService");

        await service.StartAsync(default);
        await failing.RoundsAsync(3, s_patience);
        await service.StopAsync(default);
    }

    /// <summary>It once logged an error each second until somebody created the tables.</summary>
    [SkippableFact]
    public async Task Service_FailsRoundAfterRound_IsLoggedOnceThenAtWideningIntervalsAndWhenItChanges()
    {
        var (failing, log) = (new FailingDispatcher { Failure = new IOException("No table.") }, new NotedLog());
        var host = await HostAsync(Noting(setup =>
        {
            var before = setup.Services;
            setup.Persistence = o => o.PollInterval = TimeSpan.FromMilliseconds(1);
            setup.Services = services =>
            {
                before(services);
                services.AddSingleton<IOutboxDispatcher>(failing);
                services.AddSingleton<ILoggerProvider>(log);
            };
        }));
        var service = host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "OutboxService");
        await service.StartAsync(default);

        await failing.RoundsAsync(4, s_patience);
        log.Levels.Should().Equal(LogLevel.Error);
        var logged = new List<int>();
        for (var minute = 1; minute <= 8; minute++)
        {
            host.Clock.Advance(NodaTime.Duration.FromMinutes(1));
            await failing.RoundsAsync(2, s_patience);
            logged.Add(log.Levels.Count);
        }

        logged.Should().Equal([2, 2, 3, 3, 3, 3, 4, 4], "the waits are one minute, two, four, eight");
        failing.Failure = new IOException("No server.");
        await failing.RoundsAsync(3, s_patience);
        log.Levels.Should().HaveCount(5);
        failing.Failure = null;
        await failing.RoundsAsync(3, s_patience);
        log.Levels.Should().HaveCount(6).And.EndWith(LogLevel.Information);
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Service_SwitchedOff_EndsAtOnce()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.DispatchInBackground = false));
        var service = (BackgroundService)host.Services.GetServices<IHostedService>().Single(s => s.GetType().Name == "OutboxService");
        await CustomerAsync(host);

        await service.StartAsync(default);
        await service.ExecuteTask!.WaitAsync(s_patience);

        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt == null);
    }
}
