using Crm.Domain.Automation;
using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Orders;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Automation;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>Journeys: who enters, what is done, what is waited for.</summary>
[Trait("Check", "EM-04")]
public abstract class JourneySpecification<TFixture>(TFixture fixture) : AutomationSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Welcome = """
        {"entry":{"by":"event","event":"customers.customer-created"},"steps":[
          {"key":"welcome","do":"sendMessage","template":"welcome","next":"settle"},{"key":"settle","wait":{"for":"P1D","between":["09:00","18:00"]},"next":"bought"},
          {"key":"bought","await":"orders.order-placed","within":"P3D","yes":"thanks","no":"remind"},
          {"key":"thanks","do":"addTag","tag":"buyer","next":"guest"},{"key":"guest","do":"addToList","list":"guests"},
          {"key":"remind","do":"createTask","subject":"Call"}]}
        """;

    [SkippableFact]
    [Trait("Check", "EM-07")]
    public async Task Event_Messages_Decision_BothPathsAndStatistics()
    {
        var host = await HostAsync(Handling());
        await host.TemplateAsync("welcome");
        await host.CreateAsync("guests", null);
        await host.PublishAsync("welcome", Welcome);
        var (anna, bea) = (await host.ContactAsync("Anna", country: Country.FromCode("JP")), await host.ContactAsync("Bea", consents: false, Country.FromCode("IT")));
        await host.SettleAsync();
        var (ofAnna, ofBea) = ((await host.RunOfAsync("welcome", anna))!, (await host.RunOfAsync("welcome", bea))!);
        (ofAnna.Step, ofAnna.Status, ofBea.Step).Should().Be(("settle", JourneyRunStatus.Active, "settle"));
        ofAnna.DueAt!.Value.InZone(DateTimeZoneProviders.Tzdb["Asia/Tokyo"]).Hour.Should().BeInRange(9, 17, "the window is of the recipient's zone");
        ofBea.DueAt!.Value.InZone(DateTimeZoneProviders.Tzdb["Europe/Rome"]).Hour.Should().BeInRange(9, 17);

        await using (var work = host.Work())
        {
            (await work.Context.Set<OutboundMessage>().AsNoTracking().Select(m => m.CustomerId).ToListAsync()).Should().Equal([anna], "who does not consent gets nothing");
            await work.AddProductAsync("kettle", 20);
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(2));
        await host.SettleAsync();
        await using (var work = host.Work())
        {
            (await work.Orders.PlaceAsync(new NewOrder(anna, [new NewOrderLine("kettle", 1)]))).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await host.SettleAsync();
        (await host.StepsAsync(ofAnna)).Should().BeEquivalentTo(
            [("welcome", JourneyStepOutcome.Done), ("settle", JourneyStepOutcome.Done), ("bought", JourneyStepOutcome.Yes), ("thanks", JourneyStepOutcome.Done), ("guest", JourneyStepOutcome.Done)]);
        (await host.RunOfAsync("welcome", anna))!.Status.Should().Be(JourneyRunStatus.Completed);
        (await host.MembersAsync("guests")).Should().Equal(anna);
        (await host.RunOfAsync("welcome", bea))!.Step.Should().Be("bought");
        host.Clock.Advance(Duration.FromDays(4));
        await host.SettleAsync();
        (await host.StepsAsync(ofBea)).Should().Contain(("welcome", JourneyStepOutcome.Skipped)).And.Contain(("bought", JourneyStepOutcome.No)).And.Contain(("remind", JourneyStepOutcome.Done));

        await using var after = host.Work();
        var figures = (await after.Get<JourneyReports>().StatisticsAsync("welcome")).Value;
        figures.Runs.Should().Equal(new Dictionary<JourneyRunStatus, int> { [JourneyRunStatus.Completed] = 2 });
        var sent = figures.Steps.Single(s => s.Step == "welcome");
        (sent.Entered, sent.Done, sent.Skipped, sent.Waiting).Should().Be((2, 1, 1, 0));
        sent.Reasons.Should().Equal(new Dictionary<string, int> { ["NoConsent"] = 1 });
        var decision = figures.Steps.Single(s => s.Step == "bought");
        (decision.Entered, decision.Yes, decision.No).Should().Be((2, 1, 1));
    }

    [SkippableFact]
    [Trait("Check", "EM-07")]
    public async Task Message_WithoutAKnownPurpose_IsNeverSent_AndATransactionalOneIs()
    {
        var host = await HostAsync(Handling());
        await host.TemplateAsync("service", "transactional");
        await host.TemplateAsync("news");
        await host.PublishAsync("both", """{"entry":{"by":"hand"},"steps":[{"key":"a","do":"sendMessage","template":"service","next":"b"},{"key":"b","do":"sendMessage","template":"news"}]}""");
        var anna = await host.ContactAsync("Anna");
        await using (var work = host.Work())
        {
            await work.Context.Set<MessageTemplate>().Where(t => t.Key == "news").ExecuteUpdateAsync(u => u.SetProperty(t => t.Purpose, string.Empty));
            (await work.Get<ConsentDesk>().WithdrawAsync(anna, null, null, "call")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await host.EnterAsync("both", anna);
        await host.SettleAsync();
        await using var after = host.Work();
        (await after.Context.Set<OutboundMessage>().AsNoTracking().Select(m => m.TemplateKey).ToListAsync()).Should().Equal("service");
        (await after.Get<JourneyReports>().StatisticsAsync("both")).Value.Steps[1].Reasons.Keys.Should().Equal("UnknownPurpose");
    }

    [SkippableFact]
    [Trait("Check", "EM-05")]
    [Trait("Check", "EM-06")]
    public async Task Messages_GoThroughSuppression_CapsPutThemOffAndOneAddressGetsOne()
    {
        var host = await HostAsync(Handling(o => o.Marketing.FrequencyCaps[Channels.Email] = new FrequencyCap { PerDay = 1 }));
        await host.TemplateAsync("one");
        await host.TemplateAsync("two");
        await host.PublishAsync("both", """{"entry":{"by":"hand"},"reentry":"always","steps":[{"key":"a","do":"sendMessage","template":"one","next":"b"},{"key":"b","do":"sendMessage","template":"two"}]}""");
        var (anna, same) = (await host.ContactAsync("Anna"), await host.ContactAsync("Anna"));
        await host.EnterAsync("both", anna);
        await host.SettleAsync();
        await host.EnterAsync("both", same);
        await host.SettleAsync();
        await using (var work = host.Work())
        {
            var sent = await work.Context.Set<OutboundMessage>().AsNoTracking().OrderBy(m => m.Id).ToListAsync();
            sent.Select(m => (m.CustomerId, m.TemplateKey)).Should().Equal((anna, "one"), (anna, "two"));
            var tonight = host.Clock.Now + Duration.FromHours(12);
            sent.Select(m => m.DueAt > tonight).Should().Equal([false, true], "there is one place in a day; the second message is put off, not lost");
            (await work.Get<JourneyReports>().StatisticsAsync("both")).Value.Steps.Should().OnlyContain(s => s.Done == 1 && s.Reasons["DuplicateAddress"] == 1);
        }

        host.Clock.Advance(Duration.FromDays(3));
        (await host.EnterAsync("both", anna)).Succeeded.Should().BeTrue();
        await host.SettleAsync();
        await using var after = host.Work();
        (await after.Context.Set<OutboundMessage>().CountAsync()).Should().Be(4, "who takes the journey again gets its messages again");
    }

    [SkippableFact]
    public async Task Versions_WhoeverIsOnTheWayStaysOnTheirs()
    {
        var host = await HostAsync(Handling());
        const string Way = """{"entry":{"by":"hand"},"reentry":"always","steps":[{"key":"wait","wait":{"for":"P1D"},"next":"tag"},{"key":"tag","do":"addTag","tag":"VERSION"}]}""";
        await host.PublishAsync("way", Way.Replace("VERSION", "one"));
        var (anna, bea) = (await host.ContactAsync("Anna"), await host.ContactAsync("Bea"));
        (await host.EnterAsync("way", anna)).Succeeded.Should().BeTrue();
        await host.SettleAsync();
        await host.PublishAsync("way", Way.Replace("VERSION", "two"));
        (await host.EnterAsync("way", bea)).Value.Number.Should().Be(2);
        await using (var work = host.Work())
        {
            (await work.Get<Journeys>().RetireAsync("way")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        (await host.EnterAsync("way", await host.ContactAsync("Carla"))).Errors.Single().Code.Should().Be("JourneyNotPublished");
        host.Clock.Advance(Duration.FromDays(1));
        await host.SettleAsync();
        (await TagsAsync(host, anna)).Should().Equal("one");
        (await TagsAsync(host, bea)).Should().Equal("two");
        await using var after = host.Work();
        (await after.Get<Journeys>().ListAsync()).Single().Should().Be(new JourneySummary("way", "The way", null, false, 0));
    }

    [SkippableFact]
    public async Task Segment_MembersOfBeforeAndAfterEnter_AndReentryIsKept()
    {
        var host = await HostAsync(Handling());
        await host.CreateAsync("guests", null);
        var (anna, bea) = (await host.ContactAsync("Anna"), await host.ContactAsync("Bea"));
        await ListAsync(host, anna, isIn: true);
        const string Way = """{"entry":{"by":"segment","segment":"guests"},"reentry":"REENTRY","steps":[{"key":"tag","do":"addTag","tag":"seen"}]}""";
        await host.PublishAsync("once", Way.Replace("REENTRY", "never"));
        await host.PublishAsync("often", Way.Replace("REENTRY", "P2D"));
        await host.SettleAsync();
        await ListAsync(host, bea, isIn: true);
        host.Clock.Advance(Duration.FromHours(1));
        await host.SettleAsync();
        await host.SettleAsync();
        (await CountAsync("once"), await CountAsync("often")).Should().Be((2, 2));
        await ListAsync(host, anna, isIn: false);
        host.Clock.Advance(Duration.FromHours(1));
        await ListAsync(host, anna, isIn: true);
        await host.SettleAsync();
        (await CountAsync("often")).Should().Be(2, "two days are not over");
        host.Clock.Advance(Duration.FromDays(2));
        await host.SettleAsync();
        await host.SettleAsync();
        (await CountAsync("once"), await CountAsync("often")).Should().Be((2, 3));

        async Task<int> CountAsync(string key)
        {
            await using var work = host.Work();
            return (await work.Get<JourneyRuns>().ListAsync(new JourneyRunCriteria { JourneyKey = key })).Items.Count;
        }
    }

    [SkippableFact]
    public async Task Hand_Rule_Exit_OneLiveRun()
    {
        var host = await HostAsync(Handling());
        await host.PublishAsync("way", """
            {"entry":{"by":"hand","when":{"field":"tag","operator":"notEquals","value":"banned"}},"exit":{"field":"tag","operator":"equals","value":"left"},"reentry":"always",
             "steps":[{"key":"wait","wait":{"for":"P1D"},"next":"tag"},{"key":"tag","do":"addTag","tag":"reached"}]}
            """);
        await RuleAsync(host, "start", OnCreated("""{"do":"enterJourney","journey":"way"}"""));
        var anna = await host.ContactAsync("Anna");
        await host.SettleAsync();
        (await host.RunOfAsync("way", anna))!.Chain.Should().NotBeNull("the rule that led there is remembered");
        (await host.EnterAsync("way", anna)).Errors.Single().Code.Should().Be("JourneyRunning");
        var bea = await host.RegisterAsync("Bea", "banned");
        (await host.EnterAsync("way", bea)).Errors.Single().Code.Should().Be("JourneyEntryRefused");
        (await host.EnterAsync("nowhere", bea)).Errors.Single().Code.Should().Be("JourneyNotFound");
        (await host.EnterAsync("way", CustomerId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("CustomerNotFound");
        await using (var work = host.Work())
        {
            (await work.Care.TagAsync(anna, "left")).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(1));
        await host.SettleAsync();
        var left = (await host.RunOfAsync("way", anna))!;
        (left.Status, left.IsLive, left.DueAt).Should().Be((JourneyRunStatus.Left, (bool?)null, (Instant?)null));
        (await TagsAsync(host, anna)).Should().Equal("left");
        var carla = await host.ContactAsync("Carla");
        await host.SettleAsync();
        await using (var work = host.Work())
        {
            (await work.Get<JourneyRuns>().RemoveAsync("way", carla)).Value.Status.Should().Be(JourneyRunStatus.Removed);
            await work.SaveAsync();
            (await work.Get<JourneyRuns>().RemoveAsync("way", carla)).Errors.Single().Code.Should().Be("JourneyNotRunning");
        }

        (await host.EnterAsync("way", carla)).Succeeded.Should().BeTrue("the run is over, and the journey lets people in again");
    }

    [SkippableFact]
    public async Task Failure_HoldsUpOneContactAlone_AndTheJourneyResumes()
    {
        var host = await HostAsync(Handling());
        await host.PublishAsync("way", """{"entry":{"by":"hand"},"steps":[{"key":"tag","do":"addTag","tag":"begun","next":"call"},{"key":"call","do":"call","handler":"note","next":"last"},{"key":"last","do":"addTag","tag":"ended"}]}""");
        var (anna, bea) = (await host.ContactAsync("Anna"), await host.ContactAsync("Bea"));
        await host.EnterAsync("way", anna);
        await host.EnterAsync("way", bea);
        Calls.OnCall = run => run.Customer!.Id == anna.Value ? throw new InvalidOperationException("away") : Task.CompletedTask;
        await host.SettleAsync();
        (await TagsAsync(host, bea)).Should().Contain("begun").And.Contain("ended");
        (await TagsAsync(host, anna)).Should().BeEmpty("what failed is undone as a whole");
        var held = (await host.RunOfAsync("way", anna))!;
        (held.Attempts, held.Problem, held.Step).Should().Be((1, "InvalidOperationException", "tag"));
        Calls.OnCall = _ => Task.CompletedTask;
        host.Clock.Advance(Duration.FromMinutes(10));
        await host.SettleAsync();
        (await TagsAsync(host, anna)).Should().Contain("begun").And.Contain("ended").And.HaveCount(3);
        (await host.RunOfAsync("way", anna))!.Status.Should().Be(JourneyRunStatus.Completed);
    }

    [SkippableFact]
    public async Task Control_IsOnlyWatched_AndTheEffectIsMeasured()
    {
        var host = await HostAsync(Handling());
        await host.PublishAsync("keep", """{"entry":{"by":"hand"},"control":0.5,"goal":{"event":"customers.customer-tagged","where":{"field":"tag","operator":"equals","value":"bought"},"within":"P30D"},"steps":[{"key":"tag","do":"addTag","tag":"written to"}]}""");
        var all = new List<(CustomerId Id, bool IsControl)>();
        for (var i = 0; i < 24; i++)
        {
            var id = await host.RegisterAsync($"C{i}");
            all.Add((id, (await host.EnterAsync("keep", id)).Value.IsControl));
        }

        await host.SettleAsync();
        all.Select(c => c.IsControl).Distinct().Should().HaveCount(2);
        foreach (var (id, isControl) in all)
        {
            (await TagsAsync(host, id)).Should().HaveCount(isControl ? 0 : 1);
        }

        var buyers = all.Where(c => !c.IsControl).Take(5).Concat(all.Where(c => c.IsControl).Take(1)).ToList();
        await using (var work = host.Work())
        {
            foreach (var (id, _) in buyers)
            {
                (await work.Care.TagAsync(id, "bought")).WithoutValue().ThrowIfFailed();
            }

            await work.SaveAsync();
            (await work.Get<JourneyReports>().EffectAsync("keep")).Value.Difference.Should().BeNull("nobody's time is over");
        }

        await host.SettleAsync();
        host.Clock.Advance(Duration.FromDays(30));
        await using (var late = host.Work())
        {
            (await late.Care.TagAsync(all.First(c => c.IsControl && !buyers.Contains(c)).Id, "bought")).WithoutValue().ThrowIfFailed();
            host.Clock.Advance(Duration.FromHours(1));
            await late.SaveAsync();
        }

        host.Clock.Advance(Duration.FromHours(1));
        await host.SettleAsync();
        await using var after = host.Work();
        var effect = (await after.Get<JourneyReports>().EffectAsync("keep")).Value;
        var (treated, control) = (all.Count(c => !c.IsControl), all.Count(c => c.IsControl));
        (effect.Treated.Entered, effect.Treated.Reached, effect.Control.Entered).Should().Be((treated, 5, control));
        effect.Difference.Should().Be(TwoProportions.Difference(5, treated, effect.Control.Reached, control));
        (await after.Get<JourneyReports>().StatisticsAsync("keep")).Value.Runs[JourneyRunStatus.Control].Should().Be(control);
        (await after.Get<JourneyReports>().EffectAsync("nothing")).Errors.Single().Code.Should().Be("JourneyNotFound");
    }

    [SkippableFact]
    public async Task Merge_LeavesOneLiveRun_AndTheErasedLeave()
    {
        var host = await HostAsync(Handling(o => o.SuppressionKey = Convert.ToBase64String(new byte[32])));
        await host.PublishAsync("way", """{"entry":{"by":"hand"},"steps":[{"key":"wait","wait":{"for":"P1D"},"next":"tag"},{"key":"tag","do":"addTag","tag":"reached"}]}""");
        var (anna, double_, bea) = (await host.ContactAsync("Anna"), await host.ContactAsync("Anne"), await host.ContactAsync("Bea"));
        foreach (var id in new[] { anna, double_, bea })
        {
            (await host.EnterAsync("way", id)).Succeeded.Should().BeTrue();
        }

        await host.SettleAsync();
        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(anna, double_)).Errors.Should().BeEmpty();
            (await work.Get<PrivacyOffice>().EraseAsync(bea)).Errors.Should().BeEmpty();
            await work.SaveAsync();
        }

        host.Clock.Advance(Duration.FromDays(1));
        await host.SettleAsync();
        await using var after = host.Work();
        var runs = (await after.Get<JourneyRuns>().ListAsync()).Items;
        runs.Count(r => r.CustomerId == anna && r.Status == JourneyRunStatus.Completed).Should().Be(1);
        runs.Where(r => r.CustomerId == bea).Should().OnlyContain(r => r.Status == JourneyRunStatus.Gone);
    }

    [SkippableFact]
    public async Task BadJourneys_AreRefusedWithCodeAndPlace()
    {
        var host = await HostAsync(Handling());
        await using var work = host.Work();
        var journeys = work.Get<Journeys>();
        foreach (var (json, code, path) in new[]
        {
            ("""{"entry":{"by":"segment","segment":"nobody"},"steps":[{"key":"a","do":"end"}]}""", "SegmentNotFound", "$.entry.segment"),
            ("""{"entry":{"by":"event","event":"no.such"},"steps":[{"key":"a","do":"end"}]}""", "JourneyEventUnknown", "$.entry.event"),
            ("""{"entry":{"by":"event","event":"marketing.segment-created"},"steps":[{"key":"a","do":"end"}]}""", "JourneyEventWithoutCustomer", "$.entry.event"),
            ("""{"entry":{"by":"event","event":"orders.order-placed","where":{"field":"shoe","operator":"equals","value":1}},"steps":[{"key":"a","do":"end"}]}""", "CriteriaFieldUnknown", "$.entry.where.field"),
            ("""{"entry":{"by":"hand","when":{"all":[{"field":"shoe","operator":"equals","value":1}]}},"steps":[{"key":"a","do":"end"}]}""", "CriteriaFieldUnknown", "$.entry.when.all[0].field"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"dance"}]}""", "JourneyActionUnknown", "$.steps[0].do"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addTag"}]}""", "RuleValueMissing", "$.steps[0].tag"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addTag","tag":"x","colour":"red"}]}""", "RuleValueUnknown", "$.steps[0].colour"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"sendMessage","template":"none"}]}""", "TemplateNotFound", "$.steps[0].template"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"addToList","list":"none"}]}""", "SegmentNotFound", "$.steps[0].list"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"setField","field":"stage","value":"moon"}]}""", "RuleValueInvalid", "$.steps[0].value"),
            ("""{"entry":{"by":"hand"},"exit":{"field":"shoe","operator":"equals","value":1},"steps":[{"key":"a","do":"end"}]}""", "CriteriaFieldUnknown", "$.exit.field"),
            ("""{"entry":{"by":"hand"},"goal":{"event":"no.such","within":"P1D"},"steps":[{"key":"a","do":"end"}]}""", "JourneyEventUnknown", "$.goal.event"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","await":"no.such","within":"P1D"}]}""", "JourneyEventUnknown", "$.steps[0].await"),
            ("""{"entry":{"by":"hand"},"steps":[{"key":"a","when":{"field":"shoe","operator":"equals","value":1}}]}""", "CriteriaFieldUnknown", "$.steps[0].when.field"),
        })
        {
            (await journeys.CreateAsync("bad", "Bad", JourneyHosts.Journey(json))).Errors.Select(e => (e.Code, e.Target)).Should().Equal((code, path));
        }

        (await journeys.CreateAsync("Bad key", "Bad", JourneyHosts.Journey("""{"entry":{"by":"hand"},"steps":[{"key":"a","do":"end"}]}"""))).Errors.Single().Code.Should().Be("InvalidValue");
        (await journeys.PublishAsync("none")).Errors.Single().Code.Should().Be("JourneyNotFound");
    }

    private static async Task ListAsync(CrmTestHost<SpecificationContext> host, CustomerId id, bool isIn)
    {
        await using var work = host.Work();
        var lists = work.Get<SegmentLists>();
        (isIn ? await lists.AddAsync("guests", id) : await lists.RemoveAsync("guests", id)).WithoutValue().ThrowIfFailed();
        await work.SaveAsync();
    }
}
