using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Crash;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Automation;

/// <summary>Processes that run rules are killed, and others go on: nothing is lost, and nothing is done twice.</summary>
[Trait("Check", "XC-07")]
public abstract class RuleCrashSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task ProcessKilledWhileItRunsRules_IsFollowedByOneThatGoesOn()
    {
        var kills = TestScale.Count(4, 40);
        var customers = kills * 60;
        var host = await HostAsync();
        await RuleAsync(host, "task", OnCreated("""{"do":"createTask","subject":"Call","team":"care"},{"do":"addTag","tag":"first"}"""));
        await RuleAsync(host, "tag", Rule("""{"event":"customers.customer-tagged","actions":[{"do":"createTask","subject":"Look","team":"care"}]}"""));
        await using (var work = host.Work())
        {
            for (var i = 0; i < customers; i++)
            {
                await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", $"Rossi {i}") });
            }

            await work.SaveAsync();
        }

        var random = new Random(20260604);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var worker = WorkerProcess.StartRules(Database.Provider, host.ConnectionString);
            await worker.GoAsync();
            for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
            {
                await worker.AcknowledgementAsync();
            }

            Thread.SpinWait(random.Next(2_000_000));
            await worker.KillAsync();
        }

        // Whoever goes on waits until the leases of the dead are over.
        host.Clock.Now = SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1);
        await DrainAsync(host);

        await using var after = host.Work();
        (await after.Context.Set<OutboxMessage>().CountAsync(m => m.DoneAt == null)).Should().Be(0);
        (await after.Context.Set<RuleRun>().CountAsync(r => r.Status != RuleRunStatus.Done)).Should().Be(0);
        (await after.Context.Set<RuleRun>().CountAsync()).Should().Be(2 * customers);
        (await after.Context.Set<CustomerTag>().CountAsync()).Should().Be(customers);
        (await after.Context.Set<Activity>().IgnoreAutoIncludes().GroupBy(a => new { a.CustomerId, a.Subject }).Select(g => g.Count()).ToListAsync()).Should().HaveCount(2 * customers).And.OnlyContain(n => n == 1);
    }
}
