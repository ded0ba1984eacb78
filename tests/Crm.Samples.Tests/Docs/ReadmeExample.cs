using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs.Readme;

// The tests of the command live in a namespace of the same name, which only a directive in here can hide.
#pragma warning disable IDE0065
using Console = System.Console;
#pragma warning restore IDE0065

#pragma warning disable CS8892 // The test project begins elsewhere; this Main is a reader's.
// docs: readme
public sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options), ICrmDbContext
{
    public CrmScope? CrmScope { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.ApplyCrm(this);
}

public static class Program
{
    public static async Task Main()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddDbContext<ShopDbContext>(o => o.UseSqlite("Data Source=shop.db"));
        services.AddCrm(o => o.BusinessTimeZone = "Europe/Rome")
            .UseScope(_ => new CrmScope(Actor.Agent("ada", "Ada Agent")))
            .UseEntityFrameworkCore<ShopDbContext>();

        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ShopDbContext>().Database.EnsureCrmCreatedAsync();
        var customers = scope.ServiceProvider.GetRequiredService<CustomerDirectory>();
        var desk = scope.ServiceProvider.GetRequiredService<ServiceDesk>();

        var anna = await customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", "Rossi") });
        var opened = await desk.OpenAsync(new CaseDetails(anna.Value.Id, "The kettle stays cold"));
        await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().SaveAsync(); // case, audit, timeline, outbox: one transaction
        Console.WriteLine(opened.Value.Number);
    }
}
// docs: end
