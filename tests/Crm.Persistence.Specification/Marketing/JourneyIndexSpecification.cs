using Crm.Domain.Access;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using Microsoft.EntityFrameworkCore;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Among thousands of runs, those that are due, those of a customer and those of a journey are found by an index.</summary>
public abstract class JourneyIndexSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const int Customers = 300;

    [SkippableFact]
    public async Task Runs_OfManyContacts_SeekByIndex()
    {
        var seen = new SeenCommands();
        var host = await HostAsync<TenantContext>(s =>
        {
            s.Options = o => o.AddInterceptors(seen);
            s.Scope = new(Actor.Agent("ada")) { TenantId = "one" };
        });
        var ids = await Buyers.RegisterAsync(host, Customers);
        await host.CreateAsync("all", """{"all":[]}""");
        await host.RefreshAsync();
        foreach (var key in new[] { "one", "two", "three", "four", "five", "many" })
        {
            await host.PublishAsync(key, """{"entry":{"by":"segment","segment":"all"},"steps":[{"key":"wait","wait":{"for":"P9D"}}]}""");
        }

        await host.GoOnAsync();
        await using var work = host.Work();
#pragma warning disable RS0030
        await work.Context.Database.ExecuteSqlRawAsync("analyze");
#pragma warning restore RS0030
        var plans = new QueryPlans(seen, "crm_journey_runs");
        var runs = work.Get<JourneyRuns>();
        (await runs.ListAsync(new JourneyRunCriteria { CustomerId = ids[7] })).Items.Should().HaveCount(6);
        plans.ShouldUse("runs of a customer", "ix_journey_runs_customer");
        (await runs.ListAsync(new JourneyRunCriteria { JourneyKey = "many" }, new PageRequest { Take = 20 })).Items.Should().HaveCount(20);
        plans.ShouldUse("runs of a journey", "ix_journey_runs_journey");
        (await work.Get<IJourneyRunStore>().ClaimAsync(Guid.Parse("0196f3b0-0000-7000-8000-000000000001"), host.Clock.Now, host.Clock.Now, 50, CancellationToken.None)).Should().BeEmpty();
        plans.ShouldUse("runs that are due", "ix_journey_runs_due");
    }
}
