using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Several processes that dispatch from one database.</summary>
public abstract class DispatchersSpecification<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task FourDispatchers_DeliverEveryEventOnceAndInOrder()
    {
        const int hot = 300, others = 1700;
        var first = await HostAsync(Noting());
        var hosts = new List<CrmTestHost<SpecificationContext>> { first };
        for (var i = 1; i < 4; i++)
        {
            hosts.Add(await OpenAsync<SpecificationContext>(first.ConnectionString, Noting()));
        }

        var hotCustomer = await CustomerAsync(first, hot);
        await using (var work = first.Work())
        {
            for (var i = 0; i < others; i++)
            {
                await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Bob", $"Bianchi {i}") });
            }

            await work.SaveAsync();
        }

        using var patience = new CancellationTokenSource(s_patience);
        await Task.WhenAll(hosts.Select(host => Task.Run(async () =>
        {
            while (Deliveries.Count < hot + others)
            {
                await DispatchAsync(host, patience.Token);
            }
        })));
        await DrainAsync(first);

        Deliveries.All.GroupBy(d => d.Delivery.EventId).Should().HaveCount(hot + others).And.OnlyContain(d => d.Count() == 1);
        Deliveries.VersionsOf(hotCustomer).Should().Equal(Enumerable.Range(1, hot).Select(v => (long)v));
        (await MessagesAsync(first)).Should().OnlyContain(m => m.DoneAt != null && m.Attempts == 0);
    }

    [SkippableFact]
    public async Task DispatcherDies_AnotherTakesOverWhenTheLeaseEnds_AndTheFirstOnesLateMarkDoesNothing()
    {
        var first = await HostAsync(Noting());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Noting());
        var customer = await CustomerAsync(first, 3);
        var (stalls, goesOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        Deliveries.OnDelivery = async _ =>
        {
            if (stalls.TrySetResult())
            {
                await goesOn.Task;
                throw new InvalidOperationException("It was dead all the time.");
            }
        };

        var stalled = Task.Run(() => DispatchAsync(first));
        await stalls.Task.WaitAsync(s_patience);
        (await DispatchAsync(second)).Should().Be(0, "the lease holds");
        second.Clock.Advance(Duration.FromSeconds(60));
        (await DispatchAsync(second)).Should().Be(0, "the lease holds to its last instant");
        second.Clock.Advance(Duration.FromMilliseconds(1));
        (await DrainAsync(second)).Should().Be(3);
        goesOn.SetResult();
        await stalled.WaitAsync(s_patience);

        Deliveries.VersionsOf(customer).Should().Equal(1, 1, 2, 3);
        (await MessagesAsync(first)).Should().OnlyContain(m => m.DoneAt == second.Clock.Now && m.Attempts == 0 && m.Error == null && m.Lease == null);
        (await CountAsync<EfCore.Outbox.InboxEntry>(first)).Should().Be(3);
    }

    [SkippableFact]
    public async Task LateMark_AfterAnotherTookOver_DoesNotMarkWhatTheOtherHasNotDelivered()
    {
        var first = await HostAsync(Noting());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Noting());
        var customer = await CustomerAsync(first, 2);
        var stalls = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var goesOn = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var calls = -1;
        Deliveries.OnDelivery = async _ =>
        {
            if (Interlocked.Increment(ref calls) is var call and < 2)
            {
                stalls[call].SetResult();
                await goesOn[call].Task;
                throw new InvalidOperationException("busy");
            }
        };

        var early = Task.Run(() => DispatchAsync(first));
        await stalls[0].Task.WaitAsync(s_patience);
        second.Clock.Advance(Duration.FromMinutes(2));
        var late = Task.Run(() => DispatchAsync(second));
        await stalls[1].Task.WaitAsync(s_patience);
        goesOn[0].SetResult();
        await early.WaitAsync(s_patience);

        (await MessagesAsync(first)).Should().OnlyContain(m => m.Attempts == 0 && m.DoneAt == null, "the second one holds the lease and is not done");
        goesOn[1].SetResult();
        await late.WaitAsync(s_patience);
        (await MessagesAsync(first)).Select(m => m.Attempts).Should().Equal(1, 0);
        second.Clock.Advance(Duration.FromSeconds(1));
        await DrainAsync(second);
        Deliveries.VersionsOf(customer).Should().Equal(1, 1, 1, 2);
    }

    [SkippableFact]
    public async Task Round_BeginsNoDeliveryAfterHalfOfItsLease()
    {
        var host = await HostAsync(Noting());
        await CustomerAsync(host);
        await CustomerAsync(host, 2);
        Deliveries.OnDelivery = _ =>
        {
            host.Clock.Advance(Duration.FromSeconds(31));
            return Task.CompletedTask;
        };

        (await DispatchAsync(host)).Should().Be(1);
        (await DrainAsync(host)).Should().Be(2);

        Deliveries.All.Should().OnlyContain(d => d.Delivery.Attempt == 1).And.HaveCount(3);
    }

    [SkippableFact]
    public async Task HotAggregate_DoesNotHoldUpTheOthersOfItsRound()
    {
        var host = await HostAsync(Noting());
        var hot = await CustomerAsync(host, 300);
        var others = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            others.Add(await CustomerAsync(host));
        }

        await DispatchAsync(host);
        others.Should().OnlyContain(id => Deliveries.VersionsOf(id).Any());
        Deliveries.VersionsOf(hot).Should().HaveCountLessThan(100);
        await DrainAsync(host);

        Deliveries.VersionsOf(hot).Should().Equal(Enumerable.Range(1, 300).Select(v => (long)v));
    }
}
