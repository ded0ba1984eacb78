using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Handlers that fail, die or get an event twice.</summary>
public abstract class FailureSpecification<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task FailingEvent_WaitsTwiceAsLongEachTime_ThenIsParkedWithItsReason()
    {
        var host = await HostAsync(Noting());
        var bad = await CustomerAsync(host, 3);
        var good = await CustomerAsync(host, 2);
        Deliveries.OnDelivery = d => d.AggregateId == bad && d.AggregateVersion == 1 ? throw new InvalidOperationException("The shop is closed.") : Task.CompletedTask;

        await DrainAsync(host);
        Deliveries.VersionsOf(good).Should().Equal(1, 2);
        Deliveries.VersionsOf(bad).Should().Equal(1);
        foreach (var seconds in new[] { 1, 2, 4, 8 })
        {
            var before = Deliveries.Count;
            host.Clock.Advance(Duration.FromSeconds(seconds) - Duration.FromMilliseconds(1));
            (await DispatchAsync(host)).Should().Be(0, "{0} s are not over", seconds);
            host.Clock.Advance(Duration.FromMilliseconds(1));
            (await DispatchAsync(host)).Should().BePositive();
            Deliveries.All[before].Delivery.AggregateVersion.Should().Be(1);
        }

        Deliveries.VersionsOf(bad).Should().Equal(1, 1, 1, 1, 1, 2, 3);
        Deliveries.All.Where(d => d.Delivery.AggregateVersion == 1 && d.Delivery.AggregateId == bad).Select(d => d.Delivery.Attempt).Should().Equal(1, 2, 3, 4, 5);
        var parked = (await MessagesAsync(host)).Single(m => m.ParkedAt != null);
        parked.Should().Match<OutboxMessage>(m => m.AggregateId == bad && m.Attempts == 5 && m.DoneAt == null && m.ParkedAt == host.Clock.Now);
        parked.Error.Should().Be("InvalidOperationException: The shop is closed.");
        parked.Payload.Should().Contain("Anna Rossi");
        host.Clock.Advance(Duration.FromDays(1));
        (await DispatchAsync(host)).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task Replay_DeliversAParkedEventAgainFromItsFirstAttempt()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 1));
        var customer = await CustomerAsync(host, 2);
        Deliveries.OnDelivery = d => d.AggregateVersion == 1 ? throw new InvalidOperationException("closed") : Task.CompletedTask;
        await DrainAsync(host);
        var parked = (await MessagesAsync(host)).Single(m => m.ParkedAt != null);
        Deliveries.OnDelivery = _ => Task.CompletedTask;

        (await DispatcherOf(host).ReplayAsync(parked.Id)).Should().BeTrue();
        (await DispatcherOf(host).ReplayAsync(parked.Id)).Should().BeFalse("it is not parked any more");
        (await DispatcherOf(host).ReplayAsync(Guid.NewGuid())).Should().BeFalse();
        await DrainAsync(host);

        Deliveries.VersionsOf(customer).Should().Equal(1, 2, 1);
        Deliveries.All[^1].Delivery.Should().Match<CrmDelivery>(d => d.Attempt == 1 && d.EventId == parked.Id);
        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt != null && m.ParkedAt == null && m.Error == null);
    }

    [SkippableFact]
    public async Task OneOfTwoHandlersFails_OnlyThatOneIsRepeated()
    {
        var host = await HostAsync(Handling(s => s
            .AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>()
            .AddScoped<ICrmEventHandler<CustomerCreated>, NotingHandler<CustomerCreated>>()));
        await CustomerAsync(host);
        Deliveries.OnDelivery = d => Deliveries.Count == 2 ? throw new InvalidOperationException("second handler") : Task.CompletedTask;

        await DrainAsync(host);
        host.Clock.Advance(Duration.FromSeconds(1));
        await DrainAsync(host);

        Deliveries.All.Select(d => d.Handler).Should().Equal(typeof(ProductHandler), typeof(NotingHandler<CustomerCreated>), typeof(NotingHandler<CustomerCreated>));
        (await CountAsync<Product>(host)).Should().Be(1);
    }

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task HandlerDiesAfterItsEffectWasCommitted_HasItOnce()
    {
        var transactions = new TransactionCounter();
        var host = await HostAsync(Handling(s => s.AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>(), setup => setup.Options = o => o.AddInterceptors(transactions)));
        await CustomerAsync(host);
        transactions.DieAfter = 1;

        await DispatchAsync(host);
        (await CountAsync<Product>(host)).Should().Be(1);
        (await MessagesAsync(host)).Should().Contain(m => m.Attempts == 1 && m.DoneAt == null);
        host.Clock.Advance(Duration.FromSeconds(1));
        await DrainAsync(host);

        Deliveries.Count.Should().Be(1, "the inbox remembers what the first delivery did");
        (await CountAsync<Product>(host)).Should().Be(1);
        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt != null);
    }

    [SkippableFact]
    public async Task HandlerDiesBeforeItsEffectIsSaved_HasItOnceAfterTheRepetition()
    {
        var failing = new FailingSave();
        var host = await HostAsync(Handling(s => s.AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>(), setup => setup.Options = o => o.AddInterceptors(failing)));
        await CustomerAsync(host);
        failing.Next = new IOException("The disk is gone.");

        await DispatchAsync(host);
        (await CountAsync<Product>(host)).Should().Be(0);
        (await CountAsync<InboxEntry>(host)).Should().Be(0);
        host.Clock.Advance(Duration.FromSeconds(1));
        await DrainAsync(host);

        (await CountAsync<Product>(host)).Should().Be(1);
    }

    [SkippableFact]
    public async Task RoundCancelled_MarksWhatWasDeliveredAndLeavesTheRest()
    {
        var host = await HostAsync(Noting());
        var customer = await CustomerAsync(host, 4);
        using var stop = new CancellationTokenSource();
        Deliveries.OnDelivery = d => d.AggregateVersion == 2 ? stop.CancelAsync() : Task.CompletedTask;

        await FluentActions.Awaiting(() => DispatchAsync(host, stop.Token)).Should().ThrowAsync<OperationCanceledException>();
        (await MessagesAsync(host)).Should().OnlyContain(m => m.Attempts == 0 && m.Lease == null, "stopping is no failure");
        await DrainAsync(host);

        Deliveries.VersionsOf(customer).Should().Equal(1, 2, 2, 3, 4);
    }

    [SkippableFact]
    public async Task RepeatedDelivery_ChangesNothing()
    {
        var host = await HostAsync(Handling(s => s.AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>()));
        await CustomerAsync(host);
        await DrainAsync(host);
        await using (var work = host.Work())
        {
            await work.Context.Set<OutboxMessage>().ExecuteUpdateAsync(u => u.SetProperty(m => m.DoneAt, (Instant?)null));
        }

        await DrainAsync(host);

        Deliveries.Count.Should().Be(1);
        (await CountAsync<Product>(host)).Should().Be(1);
    }

    [SkippableFact]
    public async Task UnknownEvent_IsParkedWithAClearReasonAndBlocksNobody()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 2));
        var unknown = await CustomerAsync(host, 2);
        var known = await CustomerAsync(host);
        await using (var work = host.Work())
        {
            await work.Context.Set<OutboxMessage>().Where(m => m.AggregateId == unknown && m.AggregateVersion == 1)
                .ExecuteUpdateAsync(u => u.SetProperty(m => m.EventName, "shop.window-dressed"));
        }

        await DrainAsync(host);
        Deliveries.VersionsOf(known).Should().Equal(1);
        host.Clock.Advance(Duration.FromSeconds(1));
        await DrainAsync(host);

        Deliveries.VersionsOf(unknown).Should().Equal(2);
        (await MessagesAsync(host)).Single(m => m.ParkedAt != null).Error.Should().Contain("shop.window-dressed").And.Contain("EventAssemblies");
    }

    [SkippableFact]
    public async Task DamagedPayload_IsParkedAndBlocksNobody()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 1));
        var customer = await CustomerAsync(host, 3);
        await using (var work = host.Work())
        {
            await work.Context.Set<OutboxMessage>().Where(m => m.AggregateVersion == 1).ExecuteUpdateAsync(u => u.SetProperty(m => m.Payload, "{\"customerId\":"));
            await work.Context.Set<OutboxMessage>().Where(m => m.AggregateVersion == 2).ExecuteUpdateAsync(u => u.SetProperty(m => m.Payload, "null"));
        }

        await DrainAsync(host);

        Deliveries.VersionsOf(customer).Should().Equal(3);
        (await MessagesAsync(host)).Where(m => m.ParkedAt != null).Should().HaveCount(2).And.OnlyContain(m => m.Error!.StartsWith("JsonException"));
    }

    [SkippableFact]
    public async Task Error_NamesTheInnermostCause()
    {
        var failing = new FailingSave();
        var host = await HostAsync(Noting(setup => setup.Options = o => o.AddInterceptors(failing)));
        await CustomerAsync(host);
        failing.Next = new DbUpdateException("See the inner exception.", new IOException("The disk is full."));

        await DrainAsync(host);

        (await MessagesAsync(host)).Single().Error.Should().Be("DbUpdateException: See the inner exception. IOException: The disk is full.");
    }

    private sealed class FailingSave : SaveChangesInterceptor
    {
        public Exception? Next { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var (failure, none) = (Next, (Exception?)null);
            Next = none;
            return failure is null ? ValueTask.FromResult(result) : throw failure;
        }
    }
}
