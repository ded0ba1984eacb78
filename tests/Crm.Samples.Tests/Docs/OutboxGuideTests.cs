using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Orders;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Crm.Persistence.EfCore.Outbox;
using Crm.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Samples.Tests.Docs;

/// <summary>What docs/guides/outbox.md says about its examples.</summary>
public sealed class OutboxGuideTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly FailingBus _bus = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IClock>(_clock).AddSingleton<IMessageBus>(_bus);
        OutboxGuide.Add(services, $"Data Source={_folder.File("shop.db")}");
        _services = services.BuildServiceProvider(validateScopes: true);
        await using var scope = Scope();
        await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.EnsureCrmCreatedAsync();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Handlers_ChangeTheDatabaseAndTellTheBus_AndWhatFailedIsParkedAndReplayed()
    {
        CustomerId customer;
        await using (var scope = Scope())
        {
            T Get<T>()
                where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

            var now = _clock.Now;
            customer = (await Get<CustomerDirectory>().RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") })).Value.Id;
            Get<IProductStore>().Add(new Product(ProductId.New(now), "kettle", "Kettle", new Money(50, Currency.Eur), now));
            (await Get<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
            var order = (await Get<OrderBook>().PlaceAsync(new NewOrder(customer, [new NewOrderLine("kettle", 1)]))).Value;
            (await Get<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
            _ = (await Get<OrderBook>().CompleteAsync(order.Id)).Value;
            _ = (await Get<OrderBook>().ReturnAsync(order.Id, 1, 1)).Value;
            _ = (await Get<ServiceDesk>().OpenAsync(new CaseDetails(customer, "Kettle stays cold"))).Value;
            (await Get<ICrmUnitOfWork>().SaveAsync()).ThrowIfFailed();
        }

        var dispatcher = _services.GetRequiredService<IOutboxDispatcher>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await OutboxGuide.DeliverAllAsync(dispatcher, default);
            _clock.Advance(Duration.FromMinutes(1));
        }

        await using var after = Scope();
        var db = after.ServiceProvider.GetRequiredService<CrmDbContext>();
        (await OutboxGuide.ParkedAsync(db)).Should().ContainSingle().Which.Error.Should().Be("IOException: The bus is away.");
        (await after.ServiceProvider.GetRequiredService<ContactHistory>().TimelineAsync(new(SubjectKinds.Customer, customer.Value)))
            .Items.Should().ContainSingle(i => i.Text.Contains("Your return of order", StringComparison.Ordinal));

        _bus.IsAway = false;
        await OutboxGuide.ReplayAsync(db, dispatcher);
        await OutboxGuide.DeliverAllAsync(dispatcher, default);

        _bus.Sent.Should().ContainSingle().Which.Should().Be("service.case-opened");
        (await OutboxGuide.ParkedAsync(db)).Should().BeEmpty();
    }

    private AsyncServiceScope Scope() => _services.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("ada", "Ada Agent")));

    private sealed class FailingBus : IMessageBus
    {
        public bool IsAway { get; set; } = true;

        public List<string> Sent { get; } = [];

        public Task SendAsync(Guid id, string name, object body, CancellationToken cancellationToken)
        {
            if (IsAway)
            {
                throw new IOException("The bus is away.");
            }

            Sent.Add(name);
            return Task.CompletedTask;
        }
    }
}
