using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

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
        var service = host.Services.GetServices<IHostedService>().Should().ContainSingle().Subject;

        await service.StartAsync(default);
        var customer = await CustomerAsync(host);
        (await delivered.Task.WaitAsync(s_patience)).Should().Be(customer);
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Service_SurvivesARoundThatFails()
    {
        var delivered = new TaskCompletionSource();
        Deliveries.OnDelivery = _ => Task.FromResult(delivered.TrySetResult());
        var failing = new FailingDispatcher();
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
        var service = host.Services.GetServices<IHostedService>().Single();

        await service.StartAsync(default);
        await failing.ThirdCall.Task.WaitAsync(s_patience);
        await service.StopAsync(default);
    }

    [SkippableFact]
    public async Task Service_SwitchedOff_EndsAtOnce()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.DispatchInBackground = false));
        var service = (BackgroundService)host.Services.GetServices<IHostedService>().Single();
        await CustomerAsync(host);

        await service.StartAsync(default);
        await service.ExecuteTask!.WaitAsync(s_patience);

        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt == null);
    }

    private sealed class FailingDispatcher : IOutboxDispatcher
    {
        private int _calls;

        public TaskCompletionSource ThirdCall { get; } = new();

        public Task<int> DispatchAsync(CancellationToken cancellationToken = default)
        {
            if (++_calls == 3)
            {
                ThirdCall.TrySetResult();
            }

            return _calls < 3 ? throw new IOException("The database is away.") : Task.FromResult(0);
        }

        public Task<int> CleanAsync(CancellationToken cancellationToken = default) => Task.FromResult(0);

        public Task<bool> ReplayAsync(Guid eventId, CancellationToken cancellationToken = default) => Task.FromResult(false);
    }
}
