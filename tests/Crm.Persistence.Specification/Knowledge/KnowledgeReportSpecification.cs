using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Service;
using Crm.Persistence.Specification.Infrastructure;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>Deflection with every denominator, as of any instant, and what readers asked in vain.</summary>
[Trait("Check", "KB-08")]
public abstract class KnowledgeReportSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    public async Task Deflection_CountsSearchesViewsAndCases_AsOfAnyInstant()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        CustomerId caller, writer;
        await using (var work = host.Work())
        {
            (caller, writer) = (await work.RegisterAsync(), await work.RegisterAsync());
        }

        var begin = host.Clock.Now;
        await host.GuestAsksAsync("reads", "cold kettle", opens: item);
        await host.GuestAsksAsync("reads and files", "cold kettle", opens: item);
        await host.ReadAsync(ReadingScene.Guest, r => r.FiledAsync(null, "reads and files"));
        await host.ReadAsync(ReadingScene.Portal(caller, "caller"), r => r.SearchedAsync("cold kettle", ReadingScene.English, 1));
        await host.ReadAsync(ReadingScene.Portal(caller, "caller"), r => r.OpenedAsync(item));
        await host.ReadAsync(ReadingScene.Portal(writer, "writer"), r => r.SuggestedAsync(3));
        await host.GuestAsksAsync("finds nothing", "warp drive", 0);
        await host.GuestAsksAsync("solves", "cold kettle", opens: item);
        await host.ReadAsync(ReadingScene.Guest, r => r.SolvedAsync(item, "solves"));
        await host.ReadAsync(new(Actor.Agent("ada")), r => r.SearchedAsync("cold kettle", ReadingScene.English, 1));
        host.Clock.Advance(Duration.FromHours(1));
        await using (var agent = host.Work())
        {
            (await agent.Desk.OpenAsync(new CaseDetails(caller, "Calls after all"))).Succeeded.Should().BeTrue();
            (await agent.Desk.OpenAsync(new CaseDetails(writer, "Writes after all"))).Succeeded.Should().BeTrue();
            await agent.SaveAsync();
        }

        var criteria = new DeflectionCriteria(begin, begin + Duration.FromDays(1));
        await using var work2 = host.Work();
        var reports = work2.Get<KnowledgeReports>();
        var early = (await reports.DeflectionAsync(criteria)).Value;
        early.Counts.Should().Be(new DeflectionCounts(6, 5, 5, 0, 0, 0, 0, 0));
        early.Counts.Rate.Should().BeNull();

        host.Clock.Advance(Duration.FromDays(2));
        var counts = (await reports.DeflectionAsync(criteria)).Value.Counts;
        counts.Should().Be(new DeflectionCounts(Sessions: 6, Shown: 5, Undecided: 0, Opened: 4, Deflected: 2, Solved: 1, FiledAfterOpening: 2, FiledUnopened: 1));
        (counts.Rate, counts.RateOfOpened).Should().Be((2.0 / 5, 2.0 / 4));

        await host.GuestAsksAsync("reads", "cold kettle", opens: item);
        (await reports.DeflectionAsync(criteria)).Value.Counts.Should().Be(counts, "a later session is another one");
        (await reports.DeflectionAsync(criteria with { AsOf = early.AsOf })).Value.Counts.Should().Be(early.Counts);
        (await reports.DeflectionAsync(criteria with { AsOf = begin - Duration.FromDays(1) })).Value.Counts.Should().Be(new DeflectionCounts(0, 0, 0, 0, 0, 0, 0, 0));
        (await reports.DeflectionAsync(criteria with { AsOf = host.Clock.Now + Duration.FromDays(1) })).Errors.Single().Code.Should().Be("InvalidValue");
        (await reports.DeflectionAsync(criteria with { Until = begin })).Errors.Single().Code.Should().Be("InvalidValue");
        await using var guest = host.Work(ReadingScene.Guest);
        (await guest.Get<KnowledgeReports>().DeflectionAsync(criteria)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Get<KnowledgeReports>().GapsAsync(new ContentGapCriteria(begin, host.Clock.Now))).Errors.Single().Code.Should().Be("ActNotAllowed");
    }

    [SkippableFact]
    public async Task Gaps_AreWhatSeveralReadersAskedInVain()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        var begin = host.Clock.Now;
        foreach (var (key, question) in new[] { ("one", "warranty of batteries"), ("two", "battery warranty"), ("three", "Warranty: battery?"), ("three", "battery warranty please") })
        {
            await host.GuestAsksAsync(key, question, 0);
        }

        foreach (var key in new[] { "one", "two", "three", "four" })
        {
            await host.GuestAsksAsync(key, "cold kettle", opens: item);
        }

        foreach (var again in Enumerable.Range(0, 5))
        {
            await host.GuestAsksAsync("five", "my divorce from Rossi", 0);
        }

        host.Clock.Advance(Duration.FromMinutes(1));
        await using var work = host.Work();
        var reports = work.Get<KnowledgeReports>();
        var criteria = new ContentGapCriteria(begin, host.Clock.Now);
        (await reports.GapsAsync(criteria)).Value.Should().BeEmpty("those who asked in vain found something later in their session");

        foreach (var key in new[] { "six", "seven", "eight" })
        {
            await host.GuestAsksAsync(key, "battery warranty", 0);
        }

        await host.ReadAsync(ReadingScene.Guest, r => r.FiledAsync(null, "two"));
        host.Clock.Advance(Duration.FromMinutes(1));
        criteria = criteria with { Until = host.Clock.Now };
        var gaps = (await reports.GapsAsync(criteria)).Value;
        var gap = gaps.Should().ContainSingle().Which;
        gap.Terms.Should().Equal("batteri", "warranti");
        (gap.Language, gap.Readers, gap.Questions, gap.WithoutHits, gap.LastOn).Should().Be(("en", 4, 4, 4, host.Clock.Now.InUtc().Date), "the one who filed a case after all had no answer either");
        (await reports.GapsAsync(criteria with { MinReaders = 5 })).Value.Should().BeEmpty();
        (await reports.GapsAsync(criteria with { Language = "it" })).Value.Should().BeEmpty();
        (await reports.GapsAsync(criteria with { MinReaders = 1 })).Value.Should().HaveCount(1, "never fewer than the options say");
        (await reports.GapsAsync(criteria with { Take = 0 })).Errors.Single().Code.Should().Be("InvalidValue");
    }
}
