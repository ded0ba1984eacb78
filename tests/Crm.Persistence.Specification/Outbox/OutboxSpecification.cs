using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Outbox;

/// <summary>Hosts with handlers, and the words in which outbox tests speak.</summary>
public abstract class OutboxSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    protected Deliveries Deliveries { get; } = new();

    /// <summary>A host whose handlers note every customer that is created or renamed.</summary>
    protected Action<HostSetup> Noting(Action<HostSetup>? more = null) => Handling(
        services => services
            .AddScoped<ICrmEventHandler<CustomerCreated>, NotingHandler<CustomerCreated>>()
            .AddScoped<ICrmEventHandler<CustomerRenamed>, NotingHandler<CustomerRenamed>>(),
        more);

    protected Action<HostSetup> Handling(Action<IServiceCollection> handlers, Action<HostSetup>? more = null) => setup =>
    {
        setup.Services = services =>
        {
            services.AddSingleton(Deliveries);
            handlers(services);
        };
        more?.Invoke(setup);
    };

    protected static IOutboxDispatcher DispatcherOf<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext => host.Services.GetRequiredService<IOutboxDispatcher>();

    protected static Task<int> DispatchAsync<TContext>(CrmTestHost<TContext> host, CancellationToken cancellationToken = default)
        where TContext : DbContext, ICrmDbContext => DispatcherOf(host).DispatchAsync(cancellationToken);

    /// <summary>Dispatches until nothing is left to do now.</summary>
    protected static async Task<int> DrainAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        var total = 0;
        while (await DispatchAsync(host) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }

    /// <summary>Saves a customer whose creation and renamings make so many events, versions 1, 2, …</summary>
    protected static async Task<Guid> CustomerAsync<TContext>(CrmTestHost<TContext> host, int events = 1, string name = "Rossi")
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        var customer = (Person)(await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", name) })).Value;
        for (var i = 2; i <= events; i++)
        {
            customer.Rename(new PersonName("Anna", $"{name} {i}"), host.Clock.Now);
        }

        await work.SaveAsync();
        return customer.Id.Value;
    }

    protected static async Task<List<OutboxMessage>> MessagesAsync<TContext>(CrmTestHost<TContext> host)
        where TContext : DbContext, ICrmDbContext
    {
        await using var work = host.Work();
        return await work.Context.Set<OutboxMessage>().AsNoTracking().OrderBy(m => m.AggregateId).ThenBy(m => m.AggregateVersion).ToListAsync();
    }

    protected static async Task<int> CountAsync<T>(CrmTestHost<SpecificationContext> host)
        where T : class
    {
        await using var work = host.Work();
        return await work.Context.Set<T>().CountAsync();
    }
}
