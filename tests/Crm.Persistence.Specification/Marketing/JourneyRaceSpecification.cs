using System.Globalization;
using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Persistence.Specification.Automation;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Persistence.Specification.Insights;
using Crm.Testing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Hosts that compete for the same contacts, and are stopped in the middle: every step once for each contact.</summary>
[Trait("Check", "EM-04")]
public abstract class JourneyRaceSpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly int s_contacts = TestScale.Count(200, 100_000);

    [SkippableFact]
    public async Task TwoHosts_StoppedAtRandom_DoEveryStepOnceForEveryContact()
    {
        var random = new Random(1);
        var dice = new System.Collections.Concurrent.ConcurrentQueue<bool>(Enumerable.Range(0, s_contacts).Select(_ => random.Next(40) == 0));
        Calls.OnCall = _ => dice.TryDequeue(out var fails) && fails ? throw new InvalidOperationException("away") : Task.CompletedTask;
        var first = await HostAsync(Handling());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Handling());
        var ids = await Buyers.RegisterAsync(first, s_contacts);
        await first.CreateAsync("all", """{"all":[]}""");
        await first.CreateAsync("done", null);
        await first.RefreshAsync();
        await first.PublishAsync("race", """
            {"entry":{"by":"segment","segment":"all"},"steps":[
              {"key":"begin","do":"call","handler":"note","next":"wait"},{"key":"wait","wait":{"for":"PT1H"},"next":"asked"},
              {"key":"asked","when":{"field":"segments.key","operator":"equals","value":"all"},"yes":"list","no":"lost"},
              {"key":"list","do":"addToList","list":"done"},{"key":"lost","do":"addTag","tag":"lost"}]}
            """);

        for (var round = 0; ; round++)
        {
            round.Should().BeLessThan(60, "the hosts come to an end");
            using var stop = new CancellationTokenSource();
            var cut = round < 4 ? random.Next(2, 30) : -1;
            var seen = 0;
            var before = Calls.OnCall;
            if (cut > 0)
            {
                Calls.OnCall = async run =>
                {
                    if (Interlocked.Increment(ref seen) == cut)
                    {
                        await stop.CancelAsync();
                    }

                    await before(run);
                };
            }

            await Task.WhenAll(new[] { first, second }.Select(host => Task.Run(async () =>
            {
                try
                {
                    await host.GoOnAsync(stop.Token);
                }
                catch (OperationCanceledException)
                {
                    // Stopped in the middle.
                }
            })));
            Calls.OnCall = before;
            first.Clock.Advance(Duration.FromMinutes(30));
            second.Clock.Advance(Duration.FromMinutes(30));
            await using var look = first.Work();
            if (await look.Context.Set<JourneyRun>().CountAsync(r => r.Status == JourneyRunStatus.Completed) == s_contacts)
            {
                break;
            }
        }

        await using var work = first.Work();
        (await work.Context.Set<JourneyRun>().CountAsync()).Should().Be(s_contacts);
        (await work.Context.Set<JourneyStepRecord>().GroupBy(s => s.Step).Select(g => new { g.Key, Count = g.Count() }).ToListAsync()).Select(g => (g.Key, g.Count))
            .Should().BeEquivalentTo([("begin", s_contacts), ("wait", s_contacts), ("asked", s_contacts), ("list", s_contacts)]);
        (await work.Context.Set<CustomerTag>().CountAsync()).Should().Be(s_contacts, "each call left its effect once");
        (await work.Context.Set<SegmentMembership>().CountAsync(m => m.SegmentKey == "done")).Should().Be(s_contacts);
        var figures = (await work.Get<JourneyReports>().StatisticsAsync("race")).Value;
        figures.Steps.Where(s => s.Step != "lost").Should().OnlyContain(s => s.Entered == s_contacts && s.Waiting == 0);
        ids.Should().HaveCount(s_contacts);
        string.Create(CultureInfo.InvariantCulture, $"{figures.Number}").Should().Be("1");
    }

    [SkippableFact]
    public async Task TwoHosts_OneEntryEach_IsOneRun()
    {
        var first = await HostAsync(Handling());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Handling());
        await first.PublishAsync("way", """{"entry":{"by":"hand"},"reentry":"always","steps":[{"key":"wait","wait":{"for":"P1D"}}]}""");
        var anna = await first.RegisterAsync("Anna");
        await using var one = first.Work();
        await using var other = second.Work();
        (await one.Get<JourneyRuns>().EnterAsync("way", anna)).Succeeded.Should().BeTrue();
        (await other.Get<JourneyRuns>().EnterAsync("way", anna)).Succeeded.Should().BeTrue();
        await one.SaveAsync();
        (await other.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists");
        await using var after = first.Work();
        (await after.Context.Set<JourneyRun>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task Reaction_WhileAnotherHostTakesTheContactOn_IsNotLost()
    {
        var first = await HostAsync(Handling());
        var second = await OpenAsync<SpecificationContext>(first.ConnectionString, Handling());
        await first.PublishAsync("way", """
            {"entry":{"by":"hand"},"steps":[{"key":"call","do":"call","handler":"note","quiet":true,"next":"tagged"},
             {"key":"tagged","await":"customers.customer-tagged","within":"P9D","yes":"yes","no":"no"},{"key":"yes","do":"end"},{"key":"no","do":"end"}]}
            """);
        var anna = await first.RegisterAsync("Anna");
        var run = (await first.EnterAsync("way", anna)).Value;
        await first.SettleAsync();
        (await first.RunOfAsync("way", anna))!.Step.Should().Be("tagged");
        await using (var work = second.Work())
        {
            (await work.Care.TagAsync(anna, "x")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await Task.WhenAll(first.SettleAsync(), second.SettleAsync());
        await first.SettleAsync();
        (await first.StepsAsync(run)).Should().Contain(("tagged", JourneyStepOutcome.Yes)).And.Contain(("yes", JourneyStepOutcome.Done));
    }
}
