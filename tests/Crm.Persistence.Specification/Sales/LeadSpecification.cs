using Crm.Domain.Access;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.Sales;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Sales;

/// <summary>Leads from coming in to their owner.</summary>
public abstract class LeadSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "SF-01")]
    public async Task Lead_SavedAndRead_IsTheSame()
    {
        var host = await HostAsync(s => s.Crm = o =>
        {
            o.Sales.LeadScoring.Register(new LeadScoreAction("visit", 5) { IsRepeatable = true });
            o.Sales.LeadScoring.Register(new LeadScoreThreshold("warm", 10));
        });
        await using var work = host.Work();
        var desk = work.Get<LeadDesk>();
        var lead = (await desk.ReceiveAsync(LeadConversionSpecification<TFixture>.Details with { Language = LanguageTag.Parse("it"), Address = Known.Anna.Address, Description = "Two\nlines" })).Value;
        (await desk.ScoreAsync(lead.Id, "visit", Actor.Agent("ada"))).Errors.Single().Code.Should().Be("LeadScoredByStaff", "what staff does on our own pages scores nobody");
        (await desk.ScoreAsync(lead.Id, "dance")).Errors.Single().Code.Should().Be("LeadActionUnknown");
        (await desk.ScoreAsync(lead.Id, "visit")).Succeeded.Should().BeTrue();
        (await desk.ScoreAsync(lead.Id, "visit", Actor.Guest)).Succeeded.Should().BeTrue();
        (await desk.MoveAsync(lead.Id, LeadStatus.Working)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var other = host.Work();
        var read = (await other.Get<LeadDesk>().FindAsync(lead.Id))!;
        read.Should().BeEquivalentTo(lead, o => o.Excluding(l => l.PendingEvents));
        (read.Score, read.Thresholds.Single().Key, read.Address).Should().Be((10, "warm", Known.Anna.Address));
        (await other.History.TimelineAsync(lead.ToSubject())).Items.Select(t => t.Kind).Should().BeEquivalentTo("lead-received", "lead-moved");
        (await other.Get<LeadDesk>().ListAsync(new LeadCriteria { Status = LeadStatus.Working })).Items.Single().Name.Should().Be("Anna Rossi");
        (await other.Get<LeadDesk>().DisqualifyAsync(lead.Id, "Spam")).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await other.Get<LeadDesk>().MoveAsync(lead.Id, LeadStatus.Converted)).Errors.Single().Code.Should().Be("LeadTransitionNotAllowed");
    }

    [SkippableFact]
    [Trait("Check", "SF-02")]
    public async Task FindDuplicates_FindsCustomersAndOtherLeads()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var anna = await work.RegisterAsync(Known.Anna);
        var desk = work.Get<LeadDesk>();
        var details = new LeadDetails { Name = new PersonName("Anna", "Rossi"), Email = EmailAddress.Parse("anna.rossi@example.com") };
        var (first, second) = ((await desk.ReceiveAsync(details)).Value, (await desk.ReceiveAsync(details)).Value);
        await work.SaveAsync();
        var found = (await desk.FindDuplicatesAsync(first.Id)).Value;
        found.Persons.Candidates.Select(c => c.Customer.Id).Should().Equal(anna);
        found.Leads.Select(l => l.Id).Should().Equal(second.Id);
        found.Organisations.IsEmpty.Should().BeTrue();
    }

    [SkippableFact]
    [Trait("Check", "SF-14")]
    public async Task Leads_AreRoutedByCriteria_AndGivenOutByCapacity()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (queues, desk) = (work.Get<LeadQueues>(), work.Get<LeadDesk>());
        (await queues.CreateAsync("Odd", new LeadQueueSettings { Criteria = new Condition("colour", CriteriaOperators.Equal, "red") })).Succeeded.Should().BeFalse();
        var web = (await queues.CreateAsync("Web", new LeadQueueSettings { Criteria = new Condition("source", CriteriaOperators.Equal, "web") })).Value;
        await work.SaveAsync();
        (await queues.CreateAsync("Web")).Errors.Single().Code.Should().Be("LeadQueueNameTaken");
        await queues.SetMemberAsync(web.Id, "ada", 1, 2);
        await queues.SetMemberAsync(web.Id, "bob", 1, 1);
        var waiting = new List<LeadId>();
        for (var i = 0; i < 5; i++)
        {
            var lead = (await desk.ReceiveAsync(new LeadDetails { Organisation = $"Firm {i}", Source = "web" })).Value;
            (await queues.RouteAsync(lead.Id)).Value.QueueId.Should().Be(web.Id);
            waiting.Add(lead.Id);
        }

        var stray = (await desk.ReceiveAsync(new LeadDetails { Organisation = "Stray", Source = "fair" })).Value;
        (await queues.RouteAsync(stray.Id)).Errors.Single().Code.Should().Be("NoLeadQueueFits");
        await work.SaveAsync();
        await using var giving = host.Work();
        var given = (await giving.Get<LeadQueues>().GiveOutAsync(web.Id)).Value;
        given.Select(l => (l.Id, l.OwnerId)).Should().Equal((waiting[0], "ada"), (waiting[1], "bob"), (waiting[2], "ada"));
        (await giving.Get<LeadQueues>().GiveOutAsync(web.Id)).Value.Should().BeEmpty("nobody has room today");
        host.Clock.Advance(Duration.FromDays(1));
        (await giving.Get<LeadQueues>().GiveOutAsync(web.Id)).Value.Should().HaveCount(2, "a new day gives new room");
        (await giving.Get<LeadQueues>().GiveOutAsync(LeadQueueId.New(host.Clock.Now))).Errors.Single().Code.Should().Be("LeadQueueNotFound");
    }

    [SkippableFact]
    [Trait("Check", "SF-14")]
    public async Task TwoWhoGiveOutAtOnce_GiveNoLeadTwiceAndNobodyTooMuch()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var (queues, desk) = (work.Get<LeadQueues>(), work.Get<LeadDesk>());
        var web = (await queues.CreateAsync("Web")).Value;
        await work.SaveAsync();
        await queues.SetMemberAsync(web.Id, "ada", 1, 3);
        await queues.SetMemberAsync(web.Id, "bob", 1, 3);
        for (var i = 0; i < 10; i++)
        {
            var lead = (await desk.ReceiveAsync(new LeadDetails { Organisation = $"Firm {i}" })).Value;
            await desk.EnqueueAsync(lead.Id, web.Id);
        }

        await work.SaveAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var tries = 0; tries < 20; tries++)
            {
                await using var one = host.Work();
                (await one.Get<LeadQueues>().GiveOutAsync(web.Id, 2)).Errors.Where(e => e.Code != "VersionConflict").Should().BeEmpty();
            }
        })));
        await using var check = host.Work();
        var leads = (await check.Get<LeadDesk>().ListAsync(new LeadCriteria { QueueId = web.Id })).Items;
        leads.GroupBy(l => l.OwnerId ?? "").ToDictionary(g => g.Key, g => g.Count()).Should().BeEquivalentTo(new Dictionary<string, int> { ["ada"] = 3, ["bob"] = 3, [""] = 4 });
    }
}
