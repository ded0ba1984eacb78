using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Persistence.EfCore.Automation;
using Crm.Persistence.EfCore.Outbox;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Crm.Persistence.Specification.Automation;

/// <summary>Random rules and events, two hosts, failures and hosts that are stopped in the middle: one run of one rule for one event.</summary>
[Trait("Check", "XC-07")]
public abstract class RuleRaceSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly int s_rounds = Environment.GetEnvironmentVariable("CRM_FULL") == "1" ? 20 : 3;

    [SkippableFact]
    public async Task TwoHosts_RandomRulesAndEvents_EveryRuleRunsOnceForEveryEvent()
    {
        for (var seed = 1; seed <= s_rounds; seed++)
        {
            await RoundAsync(new Random(seed));
        }
    }

    private async Task RoundAsync(Random random)
    {
        var failures = new System.Collections.Concurrent.ConcurrentDictionary<(string, Guid), bool>();
        var dice = new System.Collections.Concurrent.ConcurrentQueue<bool>(Enumerable.Range(0, 5000).Select(_ => random.Next(5) == 0));

        // One call in five fails the first time that it is made for a rule and an event.
        Calls.OnCall = run => dice.TryDequeue(out var fails) && fails && failures.TryAdd((run.RuleKey, run.Event.EventId), true) ? throw new InvalidOperationException("away") : Task.CompletedTask;
        var first = await HostAsync(Handling());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Handling());
        var names = new[] { "customers.customer-created", "customers.customer-renamed" };
        var rules = new List<(string Key, string Event, string? Family)>();
        for (var i = 0; i < 2 + random.Next(4); i++)
        {
            var (key, name, family) = ($"rule-{i}", names[random.Next(2)], random.Next(2) == 0 ? null : $"f{random.Next(3)}");
            var when = family is null ? """{"all":[]}""" : $$"""{"field":"customer.familyName","operator":"equals","value":"{{family}}"}""";
            await RuleAsync(first, key, Rule($$"""{"event":"{{name}}","when":{{when}},"actions":[{"do":"call","handler":"note"}]}"""), random.Next(3));
            rules.Add((key, name, family));
        }

        var expected = new List<(string Key, Guid Customer, string Event, bool Matches)>();
        for (var i = 0; i < 25; i++)
        {
            await using var work = first.Work();
            var family = $"f{random.Next(3)}";
            var customer = (Person)(await work.Customers.RegisterAsync(new NewCustomer { Name = new PersonName("Anna", family) })).Value;
            var renamings = random.Next(3);
            for (var r = 0; r < renamings; r++)
            {
                customer.Rename(new PersonName($"Anna {r}", family), first.Clock.Now);
            }

            await work.SaveAsync();
            foreach (var rule in rules)
            {
                expected.AddRange(Enumerable.Repeat((rule.Key, customer.Id.Value, rule.Event, rule.Family is null || rule.Family == family), rule.Event == names[0] ? 1 : renamings));
            }
        }

        await DeliverAsync(first, second, random);

        var runs = new List<RuleRun>();
        await using (var work = first.Work())
        {
            runs = await work.Context.Set<RuleRun>().AsNoTracking().ToListAsync();
        }

        runs.Should().OnlyContain(r => r.Status == RuleRunStatus.Done || r.Status == RuleRunStatus.NotMatched);
        runs.GroupBy(r => (r.EventId, r.RuleId)).Should().OnlyContain(g => g.Count() == 1);
        runs.Select(r => (r.RuleKey, r.AggregateId, r.EventName, r.Status == RuleRunStatus.Done)).Should().BeEquivalentTo(expected);
        var tags = new List<string>();
        await using (var work = first.Work())
        {
            tags = await work.Context.Set<CustomerTag>().AsNoTracking().Select(t => t.Name).ToListAsync();
        }

        tags.Should().BeEquivalentTo(runs.Where(r => r.Status == RuleRunStatus.Done).Select(r => $"{r.RuleKey} {r.EventId:N}"), "each run left its effect once");
    }

    /// <summary>Both hosts deliver and retry side by side; rounds are cancelled at random, as if the process had been stopped, and begun again.</summary>
    private static async Task DeliverAsync(CrmTestHost<SpecificationContext> first, CrmTestHost<SpecificationContext> second, Random random)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            using var stop = new CancellationTokenSource();
            var cuts = attempt < 6 ? random.Next(1, 40) : int.MaxValue;
            await Task.WhenAll(new[] { first, second }.Select(host => Task.Run(async () =>
            {
                try
                {
                    while (await host.Services.GetRequiredService<IOutboxDispatcher>().DispatchAsync(stop.Token) + await host.Services.GetRequiredService<IAutomationRounds>().RetryRulesAsync(stop.Token) > 0)
                    {
                        if ((cuts -= 10) <= 0)
                        {
                            await stop.CancelAsync();
                        }
                    }
                }
                catch (OperationCanceledException)
                {
                    // Stopped in the middle.
                }
            })));
            first.Clock.Advance(Duration.FromMinutes(10));
            second.Clock.Advance(Duration.FromMinutes(10));
            await using var work = first.Work();
            if (!await work.Context.Set<OutboxMessage>().AnyAsync(m => m.DoneAt == null) && !await work.Context.Set<RuleRun>().AnyAsync(r => r.DueAt != null))
            {
                return;
            }
        }

        throw new InvalidOperationException("The hosts do not come to an end.");
    }
}
