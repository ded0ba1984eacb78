using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Issues;

/// <summary>Faults the outbox once had.</summary>
public abstract class OutboxIssues<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly TaskCompletionSource _stalls = new();
    private readonly TaskCompletionSource _goesOn = new();

    /// <summary>The lease lay on the parked event, which nobody looked at, so the next one of the aggregate was free.</summary>
    [SkippableFact]
    public async Task EventParkedWithinARound_KeepsTheAggregateLeased()
    {
        var first = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 1));
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Noting());
        var customer = await CustomerAsync(first, 2);
        Deliveries.OnDelivery = d => d.AggregateVersion == 1 ? throw new InvalidOperationException("closed") : StallAsync();

        var round = Task.Run(() => DispatchAsync(first));
        await _stalls.Task.WaitAsync(s_patience);
        (await DispatchAsync(second)).Should().Be(0);
        _goesOn.SetResult();
        await round.WaitAsync(s_patience);

        Deliveries.VersionsOf(customer).Should().Equal(1, 2);
    }

    /// <summary>A replayed event became a second head, and its dispatcher delivered everything behind it too.</summary>
    [SkippableFact]
    public async Task EventReplayedWhileThoseBehindItAreDelivered_WaitsForThem()
    {
        var first = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 1));
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Noting());
        var customer = await CustomerAsync(first, 1);
        Deliveries.OnDelivery = _ => throw new InvalidOperationException("closed");
        await DrainAsync(first);
        await using (var work = first.Work())
        {
            var found = (Person)(await work.Customers.FindAsync(CustomerId.From(customer)))!;
            found.Rename(new("Anna", "Bianchi"), first.Clock.Now);
            await work.SaveAsync();
        }

        Deliveries.OnDelivery = d => d.AggregateVersion == 2 ? StallAsync() : Task.CompletedTask;
        var round = Task.Run(() => DispatchAsync(first));
        await _stalls.Task.WaitAsync(s_patience);
        (await DispatcherOf(second).ReplayAsync((await MessagesAsync(first)).Single(m => m.ParkedAt != null).Id)).Should().BeTrue();
        (await DispatchAsync(second)).Should().Be(0);
        _goesOn.SetResult();
        await round.WaitAsync(s_patience);
        await DrainAsync(second);

        Deliveries.VersionsOf(customer).Should().Equal(1, 2, 1);
    }

    /// <summary>A generic handler was remembered under a name with assembly versions, too long for its column.</summary>
    [SkippableFact]
    public async Task GenericHandler_IsRememberedUnderANameWithoutAssemblies()
    {
        var host = await HostAsync(Noting());
        await CustomerAsync(host);

        await DrainAsync(host);

        await using var work = host.Work();
        (await work.Context.Set<InboxEntry>().SingleAsync()).Handler.Should().Contain(nameof(CustomerCreated)).And.NotContain("Version=");
    }

    private Task StallAsync()
    {
        _stalls.TrySetResult();
        return _goesOn.Task;
    }
}
