using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.EfCore.Saving;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>What handlers get, and what stays of what they did.</summary>
public abstract class DeliverySpecification<TFixture>(TFixture fixture) : OutboxSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task Dispatch_DeliversInTheOrderOfEachAggregate()
    {
        var host = await HostAsync(Noting());
        var first = await CustomerAsync(host, 5);
        var second = await CustomerAsync(host, 3);

        (await DrainAsync(host)).Should().Be(8);

        Deliveries.VersionsOf(first).Should().Equal(1, 2, 3, 4, 5);
        Deliveries.VersionsOf(second).Should().Equal(1, 2, 3);
        Deliveries.All.Should().OnlyContain(d => d.Delivery.Attempt == 1 && d.Delivery.CorrelationId == "test" && d.Scope.Actor.Kind == ActorKind.System);
        ((CustomerRenamed)Deliveries.All.Last(d => d.Delivery.AggregateId == first).Event).After.Should().Be("Anna Rossi 5");
        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt == host.Clock.Now && m.Attempts == 0 && m.Lease == null);
        (await DispatchAsync(host)).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task Dispatch_AfterTheSavingProcessIsGone_LosesNothing()
    {
        var gone = await HostAsync();
        var customer = await CustomerAsync(gone, 3);
        await gone.DisposeAsync();

        var host = await OpenAsync<SpecificationContext>(gone.ConnectionString, Noting());
        await DrainAsync(host);

        Deliveries.VersionsOf(customer).Should().Equal(1, 2, 3);
    }

    [SkippableFact]
    [Trait("Check", "XC-06")]
    public async Task Save_RolledBack_LeavesNoEvent()
    {
        var host = await HostAsync(Noting());
        await using (var work = host.Work())
        {
            await using var transaction = await work.Context.Database.BeginTransactionAsync();
            await work.RegisterAsync();
            await transaction.RollbackAsync();
        }

        (await MessagesAsync(host)).Should().BeEmpty();
        (await DispatchAsync(host)).Should().Be(0);
    }

    [SkippableFact]
    public async Task Handler_LeavesItsChangesAndTheInboxRowInOneTransaction()
    {
        var commits = new TransactionCounter();
        var host = await HostAsync(Handling(s => s.AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>(), setup => setup.Options = o => o.AddInterceptors(commits)));
        var customer = await CustomerAsync(host);
        commits.Committed = 0;

        await DispatchAsync(host);

        await using var work = host.Work();
        (await work.Context.Set<Product>().CountAsync()).Should().Be(1);
        var entry = await work.Context.Set<InboxEntry>().SingleAsync();
        entry.EventId.Should().Be((await MessagesAsync(host)).Single(m => m.AggregateId == customer).Id);
        entry.Handler.Should().Be(typeof(ProductHandler).FullName);
        commits.Committed.Should().Be(1, "product, its audit row, its event and the inbox row are one save");
        (await work.Context.Set<AuditEntry>().SingleAsync(a => a.AggregateType == nameof(Product))).ActorName.Should().Be("outbox");
    }

    [SkippableFact]
    public async Task Dispatch_WithSeveralHandlers_CallsEachOnceInItsOwnScope()
    {
        var host = await HostAsync(Handling(s => s
            .AddScoped<ICrmEventHandler<CustomerCreated>, NotingHandler<CustomerCreated>>()
            .AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>()));
        await CustomerAsync(host);

        await DrainAsync(host);

        Deliveries.All.Select(d => d.Handler).Should().Equal(typeof(NotingHandler<CustomerCreated>), typeof(ProductHandler));
        Deliveries.All.Select(d => d.Delivery.EventId).Distinct().Should().HaveCount(1);
        (await CountAsync<InboxEntry>(host)).Should().Be(2);
    }

    [SkippableFact]
    public async Task Dispatch_OfEventsNobodyHandles_MarksThemDoneWithoutAScope()
    {
        var made = 0;
        var host = await HostAsync(setup => setup.Services = services => services.AddScoped(_ =>
        {
            Interlocked.Increment(ref made);
            return new CrmScopeAccessor();
        }));
        await CustomerAsync(host, 20);
        made = 0;

        (await DrainAsync(host)).Should().Be(20);

        made.Should().Be(2, "one scope for the round and one for the look that found nothing");
        (await MessagesAsync(host)).Should().OnlyContain(m => m.DoneAt != null);
    }

    [SkippableFact]
    public async Task Dispatch_WithTenants_HandlesEachEventInTheScopeOfItsTenant()
    {
        var host = await HostAsync<TenantContext>(Handling(s => s.AddScoped<ICrmEventHandler<CustomerCreated>, ProductHandler>()));
        CrmScope Of(string tenant) => new(Actor.System("test")) { TenantId = tenant };
        foreach (var tenant in new[] { "north", "south", "north" })
        {
            await using var work = host.Work(Of(tenant));
            await work.RegisterAsync();
        }

        await DispatchAsync(host);

        Deliveries.All.Select(d => d.Scope.TenantId).Should().BeEquivalentTo("north", "south", "north");
        foreach (var (tenant, products) in new[] { ("north", 2), ("south", 1) })
        {
            await using var work = host.Work(Of(tenant));
            (await work.Context.Set<Product>().CountAsync()).Should().Be(products);
        }
    }

    [SkippableFact]
    public async Task Save_WithoutOutbox_WritesAuditAndTimelineButNoEvent()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.UseOutbox = false));
        await CustomerAsync(host, 3);

        (await MessagesAsync(host)).Should().BeEmpty();
        (await CountAsync<AuditEntry>(host)).Should().Be(1);
        (await CountAsync<EfCore.Interactions.TimelineEntry>(host)).Should().Be(1);
    }

    [SkippableFact]
    public async Task Dispatch_AfterTheClockJumpedBack_DeliversAtOnce()
    {
        var host = await HostAsync(Noting());
        var before = await CustomerAsync(host, 2);
        host.Clock.Advance(Duration.FromHours(-1));
        var after = await CustomerAsync(host, 2);

        await DrainAsync(host);

        Deliveries.VersionsOf(before).Should().Equal(1, 2);
        Deliveries.VersionsOf(after).Should().Equal(1, 2);
    }

    [SkippableFact]
    public async Task Clean_KeepsWhatWasDeliveredWithinThirtyDaysAndWhatWasNotDelivered()
    {
        var host = await HostAsync(Noting(setup => setup.Persistence = o => o.MaxAttempts = 1));
        var fails = await CustomerAsync(host);
        Deliveries.OnDelivery = d => d.AggregateId == fails ? throw new InvalidOperationException("never") : Task.CompletedTask;
        await CustomerAsync(host, 4);
        await DrainAsync(host);
        host.Clock.Advance(Duration.FromDays(15));
        await CustomerAsync(host);
        await DrainAsync(host);

        host.Clock.Advance(Duration.FromDays(15));
        (await DispatcherOf(host).CleanAsync()).Should().Be(0);
        host.Clock.Advance(Duration.FromSeconds(1));
        (await DispatcherOf(host).CleanAsync()).Should().Be(4 + 4);

        (await MessagesAsync(host)).Should().HaveCount(2).And.ContainSingle(m => m.AggregateId == fails && m.ParkedAt != null);
        (await CountAsync<InboxEntry>(host)).Should().Be(1);
    }

    [SkippableFact]
    public void Memory_ShorterThanThirtyDays_IsRefused()
    {
        var services = new ServiceCollection().AddLogging().AddCrm().UseEntityFrameworkCore<SpecificationContext>(o => o.Memory = TimeSpan.FromDays(29)).Services;
        using var provider = services.BuildServiceProvider();
        provider.Invoking(p => p.GetRequiredService<Microsoft.Extensions.Options.IOptions<CrmPersistenceOptions>>().Value)
            .Should().Throw<Microsoft.Extensions.Options.OptionsValidationException>().WithMessage("*30 days*");
    }
}
