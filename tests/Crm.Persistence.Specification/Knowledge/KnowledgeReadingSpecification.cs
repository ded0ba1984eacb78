using Crm.Domain.Access;
using Crm.Domain.Customers;
using Crm.Domain.Knowledge;
using Crm.Domain.Privacy;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>What is kept of readers: sessions, no texts, no words that too few used; and how it goes.</summary>
public abstract class KnowledgeReadingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Secret = "zymurgical";

    [SkippableFact]
    public async Task Acts_WithinThePause_AreOneSession()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        await host.GuestAsksAsync("one", "cold kettle");
        host.Clock.Advance(Duration.FromMinutes(29));
        await host.ReadAsync(ReadingScene.Guest, r => r.OpenedAsync(item, "one"));
        await host.ReadAsync(ReadingScene.Guest, r => r.OpenedAsync(item, "one"));
        await host.GuestAsksAsync("two", "cold kettle");
        host.Clock.Advance(Duration.FromMinutes(31));
        await host.GuestAsksAsync("one", "still cold");

        await using var work = host.Work();
        var sessions = await work.Context.Set<KnowledgeSession>().Include(s => s.Questions).Include(s => s.Readings).Include(s => s.Words).OrderBy(s => s.StartedAt).ToListAsync();
        sessions.Should().HaveCount(3);
        var first = sessions[0];
        (first.Questions.Count, first.Readings.Count, first.Words.Count, first.OpenedAt - first.ShownAt).Should().Be((1, 1, 2, Duration.FromMinutes(29)));
        first.Readings.Single().QuestionId.Should().Be(first.Questions.Single().Id);
        sessions.Select(s => s.Reader).Distinct().Should().HaveCount(2);
    }

    [SkippableFact]
    public async Task Words_ThatTooFewReadersUsed_AreNowhereInTheDatabase()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        await host.GuestAsksAsync("one", $"{Secret} kettle", 0);
        await host.GuestAsksAsync("one", $"{Secret} again", 0);
        await host.GuestAsksAsync("two", $"{Secret} kettle", 0);
        await SuggestAsync(host, "one", $"{Secret} case");
        (await KnownAsync(host)).Should().BeEmpty();
        (await ContentsAsync(host)).Should().NotContain(Secret[..6]).And.NotContain("kettl");

        await host.GuestAsksAsync("three", "Kettle?", 0);
        (await KnownAsync(host)).Should().Equal("kettl");
        (await ContentsAsync(host)).Should().NotContain(Secret[..6]);
    }

    [SkippableFact]
    public async Task SignIn_MakesWhatTheGuestDidThatOfTheCustomer_AndTheAgentSeesIt()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var (read, voted, both) = (await host.PublishItemAsync("The kettle stays cold"), await host.PublishItemAsync("The kettle leaks"), await host.PublishItemAsync("The kettle hums"));
        CustomerId customer;
        await using (var register = host.Work())
        {
            customer = await register.RegisterAsync();
        }

        var portal = ReadingScene.Portal(customer);
        await host.GuestAsksAsync("cookie", "cold kettle", opens: read);
        foreach (var (scope, item, isHelpful, key) in new[] { (ReadingScene.Guest, voted, true, "cookie"), (ReadingScene.Guest, both, true, "cookie"), (portal, both, false, null) })
        {
            await using var work = host.Work(scope);
            (await work.Get<KnowledgeVotes>().VoteAsync(item, isHelpful, key)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        await using (var guest = host.Work(ReadingScene.Guest))
        {
            (await guest.Get<KnowledgeReading>().SignInAsync("cookie")).Errors.Single().Code.Should().Be("ActNotAllowed");
        }

        await using (var signing = host.Work(portal))
        {
            (await signing.Get<KnowledgeReading>().SignInAsync("cookie")).Value.Should().Be(1);
            (await signing.Get<KnowledgeReading>().SignInAsync("cookie")).Value.Should().Be(0);
            var votes = signing.Get<KnowledgeVotes>();
            (await votes.MineAsync(voted), await votes.MineAsync(both)).Should().Be((true, false), "what the customer said itself stays");
            (await votes.CountAsync(both)).Should().Be(new KnowledgeVoteCount(0, 1));
            (await signing.Get<KnowledgeReading>().OfCustomerAsync(customer)).Should().BeEmpty("the list is for staff");
        }

        await using var agent = host.Work();
        var seen = await agent.Get<KnowledgeReading>().OfCustomerAsync(customer);
        seen.Select(r => r.KnowledgeItemId).Should().BeEquivalentTo([read, voted, both]);
        seen.Single(r => r.KnowledgeItemId == read).Title.Should().Be("The kettle stays cold");
        var opened = (await agent.Desk.OpenAsync(new CaseDetails(customer, "Cold") { ViewedArticles = [.. seen.Select(r => r.KnowledgeItemId)] })).Value;
        await agent.SaveAsync();
        (await agent.Get<CaseArticles>().OfAsync(opened.Id)).Select(a => a.Title).Should().Contain("The kettle stays cold");
    }

    [SkippableFact]
    public async Task Opening_WhatIsNotForTheReader_IsNotFound_AndNothingIsKept()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var hidden = await host.PublishItemAsync("Margins", audience: Audience.Partner);
        await using var work = host.Work(ReadingScene.Guest);
        var reading = work.Get<KnowledgeReading>();
        (await reading.OpenedAsync(hidden, "one")).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await reading.SolvedAsync(hidden, "one")).Errors.Single().Code.Should().Be("KnowledgeItemNotFound");
        (await reading.SearchedAsync("cold", ReadingScene.English, -1, "one")).Errors.Single().Code.Should().Be("InvalidValue");
        (await reading.SearchedAsync("cold", ReadingScene.English, 1)).Errors.Single().Code.Should().Be("KnowledgeReaderUnknown");
        (await reading.SearchedAsync("\u0000\u202e" + new string('x', 50_000), ReadingScene.English, 0, "two")).Succeeded.Should().BeTrue("whatever was asked was asked");
        await work.SaveAsync();
        (await work.Context.Set<KnowledgeSession>().CountAsync()).Should().Be(1);
    }

    [SkippableFact]
    public async Task Forget_RemovesEverythingOfTheReader_AndNothingOfOthers()
    {
        var host = await HostAsync(ReadingScene.KeepsReaders);
        var item = await host.PublishItemAsync("The kettle stays cold");
        foreach (var key in new[] { "one", "two" })
        {
            await host.GuestAsksAsync(key, "cold kettle", opens: item);
            await using var voting = host.Work(ReadingScene.Guest);
            (await voting.Get<KnowledgeVotes>().VoteAsync(item, true, key)).Succeeded.Should().BeTrue();
            await voting.SaveAsync();
        }

        await using (var work = host.Work(ReadingScene.Guest))
        {
            (await work.Get<KnowledgeReading>().ForgetAsync("one")).Value.Should().Be(2, "a session and a vote");
            (await work.Get<KnowledgeReading>().ForgetAsync("one")).Value.Should().Be(0);
        }

        await using var check = host.Work();
        (await check.Context.Set<KnowledgeSession>().CountAsync(), await check.Context.Set<KnowledgeVote>().CountAsync(), await check.Context.Set<ItemReading>().CountAsync()).Should().Be((1, 1, 1));
        (await check.Context.Set<KnowledgeQuestion>().CountAsync(), await check.Context.Set<QuestionWord>().CountAsync()).Should().Be((1, 2));
    }

    [SkippableFact]
    public async Task Customer_IsExportedMovedByMerges_AndErasedWithItsTraces()
    {
        var host = await HostAsync(s =>
        {
            ReadingScene.KeepsReaders(s);
            var keeps = s.Crm;
            s.Crm = o =>
            {
                keeps(o);
                o.SuppressionKey = Convert.ToBase64String(new byte[32]);
            };
        });
        var item = await host.PublishItemAsync("The kettle stays cold");
        CustomerId survivor, absorbed;
        await using (var work = host.Work())
        {
            (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        }

        foreach (var (customer, account) in new[] { (survivor, "anna"), (absorbed, "ann") })
        {
            var portal = ReadingScene.Portal(customer, account);
            await host.ReadAsync(portal, r => r.SearchedAsync("cold kettle", ReadingScene.English, 1));
            await host.ReadAsync(portal, r => r.OpenedAsync(item));
            await using var voting = host.Work(portal);
            (await voting.Get<KnowledgeVotes>().VoteAsync(item, true)).Succeeded.Should().BeTrue();
            await voting.SaveAsync();
        }

        await using (var work = host.Work())
        {
            (await work.Merger.MergeAsync(survivor, absorbed)).Succeeded.Should().BeTrue();
        }

        await using (var work = host.Work())
        {
            (await work.Context.Set<KnowledgeSession>().CountAsync(s => s.CustomerId == survivor)).Should().Be(2);
            (await work.Context.Set<KnowledgeVote>().CountAsync(v => v.CustomerId == survivor)).Should().Be(2, "two accounts voted");
            var export = (await work.Get<PrivacyOffice>().ExportAsync(survivor)).Value;
            var tables = export.Tables.ToDictionary(t => t.Name, t => t.Rows.Count);
            tables.Should().Contain(
                new KeyValuePair<string, int>("knowledge_sessions", 2), new("knowledge_questions", 2), new("knowledge_query_words", 4), new("knowledge_readings", 2), new("knowledge_votes", 2));
            (await work.Get<PrivacyOffice>().EraseAsync(survivor)).Errors.Should().BeEmpty();
        }

        await using var check = host.Work();
        (await check.Context.Set<KnowledgeSession>().CountAsync(), await check.Context.Set<KnowledgeVote>().CountAsync(), await check.Context.Set<QuestionWord>().CountAsync()).Should().Be((0, 0, 0));
    }

    private static async Task SuggestAsync(CrmTestHost<SpecificationContext> host, string key, string subject)
    {
        await using var work = host.Work(ReadingScene.Guest);
        (await work.Get<KnowledgeSuggestions>().ForCaseAsync(new CaseText(subject) { Description = $"My {Secret} trouble." }, key)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
    }

    private static async Task<IReadOnlyList<string>> KnownAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return await work.Context.Set<KnowledgeWord>().OrderBy(w => w.Term).Select(w => w.Term).ToListAsync();
    }

    private static async Task<string> ContentsAsync(CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return string.Join('\n', (await TableContents.ReadAsync(work.Context)).SelectMany(t => t.Value)).ToLowerInvariant();
    }
}
