using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Persistence.EfCore;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Samples.Web.Demo;

/// <summary>
/// Fills an empty database with the same invented records every time, in one transaction: all of them or none, so that a start
/// that was interrupted begins again, and of several processes that start together one does it.
/// </summary>
public sealed class DemoRecords(IConfiguration configuration, IHostEnvironment environment, IClock clock)
{
    public const string SystemName = "demo";

    /// <returns>What became of it, for the log.</returns>
    public async Task<string> AddAsync(CancellationToken cancellationToken)
    {
        // The application's own set-up with another clock: everything in the CRM takes the time from there.
        var past = new DemoClock { Now = clock.GetCurrentInstant() - Duration.FromDays(540) };
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(past);
        services.AddDbContext<CrmDbContext>(options => options.UseDesk(configuration, environment));
        services.AddCrm().UseEntityFrameworkCore<CrmDbContext>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.GetRequiredService<ICrmScopeFactory>().Create(new CrmScope(Actor.Agent("demo", "Demo records")));

        // Another process that fills the database holds this one up until it is done, however slow the machine.
        scope.ServiceProvider.GetRequiredService<CrmDbContext>().Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        var result = await scope.ServiceProvider.GetRequiredService<ICrmUnitOfWork>().InTransactionAsync<string>(
            async token =>
            {
                if (await scope.ServiceProvider.GetRequiredService<CrmDbContext>().Set<Customer>().AnyAsync(token))
                {
                    return "left alone, there are customers already.";
                }

                var history = new DemoHistory(scope.ServiceProvider, past, clock.GetCurrentInstant());
                return await history.PlayAsync(token);
            },
            cancellationToken);
        return result.TryGetValue(out var outcome) ? outcome : $"left to another process ({result.Errors[0].Code}).";
    }
}
