using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>What is published is found as soon as it is committed, and nothing else is.</summary>
public abstract class KnowledgeSearchSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    [SkippableFact]
    [Trait("Check", "KB-07")]
    public async Task Publication_IsFoundAtOnce_InEveryProcess()
    {
        var host = await HostAsync();
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString);
        await host.PublishAsync("The kettle does not boil");
        (await other.TitlesAsync("kettles")).Should().Equal("The kettle does not boil");

        await other.PublishAsync("Descaling a kettle");

        (await host.TitlesAsync("kettle")).Should().BeEquivalentTo("The kettle does not boil", "Descaling a kettle");
        (await other.TitlesAsync("descale")).Should().Equal("Descaling a kettle");
    }

    [SkippableFact]
    [Trait("Check", "KB-05")]
    public async Task Audience_IsEnforcedByIndexAndDatabase()
    {
        var host = await HostAsync();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            await host.PublishAsync($"Kettle for {audience}", $"Only{audience}word.", audience: audience);
        }

        var (partner, customer) = (new CrmScope(Actor.Partner("shop", [])), new CrmScope(Actor.PortalCustomer("anna", [])));
        (await host.TitlesAsync("kettle")).Should().Equal("Kettle for Public");
        (await host.TitlesAsync("kettle", customer)).Should().BeEquivalentTo("Kettle for Public", "Kettle for Customer");
        (await host.TitlesAsync("kettle", partner)).Should().BeEquivalentTo("Kettle for Public", "Kettle for Partner");
        (await host.TitlesAsync("kettle", new CrmScope(Actor.Agent("ada")))).Should().HaveCount(4);
        (await host.TitlesAsync("onlyinternalword", partner)).Should().BeEmpty();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Search.SearchAsync(new KnowledgeCriteria("onlyinternalwort"))).DidYouMean.Should().BeNull();
        (await guest.Search.RankAsync(new KnowledgeCriteria("kettle"))).Should().ContainSingle();
    }

    [SkippableFact]
    public async Task Draft_Revision_Archive_AreFollowed()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Kettle", "Unplug it.", LanguageTag.Parse("en")), Audience.Public)).Value;
        await work.SaveAsync();
        (await host.TitlesAsync("kettle")).Should().BeEmpty();
        (await work.Knowledge.PublishAsync(item.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await host.TitlesAsync("kettle")).Should().Equal("Kettle");
        (await work.Knowledge.ArchiveAsync(item.Id)).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        (await host.TitlesAsync("kettle")).Should().BeEmpty();
        (await work.Context.Set<KnowledgeSearchDocument>().AsNoTracking().SingleAsync()).Vector.Should().BeNull("its row tells other processes that it is gone");
    }

    [SkippableFact]
    public async Task HostThatChangesOrRemovesAnItemItself_IsFollowedToo()
    {
        var host = await HostAsync();
        await host.PublishAsync("Kettle");
        (await host.TitlesAsync("kettle")).Should().ContainSingle();
        await using (var work = host.Work())
        {
            var item = await work.Context.Set<KnowledgeItem>().SingleAsync();
            work.Context.Entry(item).Property(i => i.Title).CurrentValue = "Teapot";
            work.Context.SaveChanges();
        }

        (await host.TitlesAsync("teapot")).Should().Equal("Teapot");
        (await host.TitlesAsync("kettle")).Should().BeEmpty();
        await using (var work = host.Work())
        {
            work.Context.Remove(await work.Context.Set<KnowledgeItem>().SingleAsync());
            await work.Context.SaveChangesAsync();
        }

        (await host.TitlesAsync("teapot")).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task ActThatChangesNothingToBeFound_WritesNoRow()
    {
        var host = await HostAsync();
        await host.PublishAsync("Kettle");
        await using var work = host.Work();
        var before = await work.Context.Set<KnowledgeSearchDocument>().AsNoTracking().SingleAsync();
        var item = await work.Context.Set<KnowledgeItem>().SingleAsync();
        (await work.Knowledge.ReviseAsync(item.Id, new KnowledgeContent("Teapot", "Unpublished.", LanguageTag.Parse("en-GB")))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        (await work.Context.Set<KnowledgeSearchDocument>().AsNoTracking().SingleAsync()).Should().BeEquivalentTo(before);
    }

    [SkippableFact]
    public async Task RefusedSave_LeavesNothingBehind()
    {
        var host = await HostAsync();
        var id = await host.PublishAsync("Kettle");
        await using var slow = host.Work();
        await slow.RewriteAsync(id, "Slow");
        await using (var fast = host.Work())
        {
            await fast.RewriteAsync(id, "Fast");
            await fast.SaveAsync();
        }

        (await slow.UnitOfWork.SaveAsync()).Errors.Should().ContainSingle().Which.Code.Should().Be("VersionConflict");
        await slow.PublishAsync("Teapot");
        await slow.SaveAsync();

        (await host.TitlesAsync("slow")).Should().BeEmpty();
        (await host.TitlesAsync("fast")).Should().Equal("Fast");
        (await host.TitlesAsync("teapot")).Should().Equal("Teapot");
    }

    [SkippableFact]
    [Trait("Check", "KB-07")]
    public async Task Synonyms_AreKeptAndTakeEffectEverywhere()
    {
        var host = await HostAsync();
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString);
        await host.PublishAsync("The kettle does not boil");
        (await other.TitlesAsync("samovar")).Should().BeEmpty();
        await using (var work = host.Work())
        {
            (await work.Get<KnowledgeSynonyms>().ReplaceAsync(LanguageTag.Parse("en"), [["samovar", "tea urn", "kettle"]], 0)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await other.TitlesAsync("samovar")).Should().ContainSingle();
        await using (var work = host.Work())
        {
            (await work.Get<KnowledgeSynonyms>().ReplaceAsync(LanguageTag.Parse("en"), [], 0)).Errors.Should().ContainSingle(e => e.Code == "VersionConflict");
            (await work.Get<KnowledgeSynonyms>().ReplaceAsync(LanguageTag.Parse("en"), [["alone"]])).Errors.Should().ContainSingle(e => e.Code == "InvalidValue");
            (await work.Get<KnowledgeSynonyms>().ReplaceAsync(LanguageTag.Parse("en"), [])).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await other.TitlesAsync("samovar")).Should().BeEmpty();
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Get<KnowledgeSynonyms>().ReplaceAsync(LanguageTag.Parse("en"), [["a", "b"]])).Errors.Should().ContainSingle(e => e.Code == "ActNotAllowed");
        (await guest.Get<KnowledgeSynonyms>().FindAsync(LanguageTag.Parse("en"))).Should().BeNull();
    }

    [SkippableFact]
    public async Task AskedTerms_AreFoundEverywhere_AndOutliveARevision()
    {
        var host = await HostAsync();
        var other = await OpenAsync<SpecificationContext>(host.ConnectionString);
        var id = await host.PublishAsync("Wireless network");
        (await other.TitlesAsync("wifi")).Should().BeEmpty();
        await using (var work = host.Work())
        {
            var asked = new Dictionary<KnowledgeItemId, byte[]?> { [id] = TermVector.OfWeighted([("wifi", 500)]), [KnowledgeItemId.New(host.Clock.Now)] = TermVector.OfWeighted([("wifi", 500)]) };
            (await work.UnitOfWork.InTransactionAsync<int>(async token => await work.Get<IKnowledgeAskedStore>().WriteAsync(asked, token))).Value.Should().Be(1);
        }

        (await other.TitlesAsync("wifi")).Should().Equal("Wireless network");
        await using (var work = host.Work())
        {
            await work.RewriteAsync(id, "Network without cables");
            await work.SaveAsync();
        }

        (await other.TitlesAsync("wifi")).Should().Equal("Network without cables");
        await using var outside = host.Work();
        var write = () => outside.Get<IKnowledgeAskedStore>().WriteAsync(new Dictionary<KnowledgeItemId, byte[]?> { [id] = null }, default);
        await write.Should().ThrowAsync<InvalidOperationException>();
    }

    [SkippableFact]
    [Trait("Check", "KB-05")]
    public async Task Scheduled_IsFoundFromItsInstantUntilItsEnd_ByTheClockAlone()
    {
        var host = await HostAsync();
        await host.PublishAsync("Kettle");
        await using (var work = host.Work())
        {
            var item = (await work.Knowledge.WriteAsync(new KnowledgeContent("Xylophonic", "Soon.", LanguageTag.Parse("en")), Audience.Public)).Value;
            var period = new KnowledgePeriod(host.Clock.Now + Duration.FromHours(1), host.Clock.Now + Duration.FromHours(2));
            (await work.Knowledge.PublishAsync(item.Id, period)).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        (await host.TitlesAsync("xylophonic")).Should().BeEmpty();
        host.Clock.Advance(Duration.FromHours(1));
        (await host.TitlesAsync("xylophonic")).Should().Equal("Xylophonic");
        host.Clock.Advance(Duration.FromHours(1));
        (await host.TitlesAsync("xylophonic")).Should().BeEmpty();
    }

    [SkippableFact]
    public async Task Categories_BelowTheWantedOne_AreSearchedToo()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        var categories = work.Get<KnowledgeCategories>();
        var kitchen = (await categories.AddAsync(new KnowledgeCategoryDetails("Kitchen"))).Value;
        var tea = (await categories.AddAsync(new KnowledgeCategoryDetails("Tea", kitchen.Id))).Value;
        var item = await work.PublishAsync("Kettle");
        item.File(new KnowledgeFiling { Categories = [tea.Id], Tags = ["Hot"] }, new KnowledgeAuthor("ada", KnowledgeLicence.Publisher), host.Clock.Now);
        await work.PublishAsync("Kettle elsewhere");
        await work.SaveAsync();

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        async Task<int> CountAsync(KnowledgeCriteria criteria) => (await guest.Search.SearchAsync(criteria)).Hits.Count;
        (await CountAsync(new("kettle"))).Should().Be(2);
        (await CountAsync(new("kettle") { CategoryId = kitchen.Id })).Should().Be(1);
        (await CountAsync(new("kettle") { CategoryId = tea.Id, Tag = "hot" })).Should().Be(1);
        (await CountAsync(new("kettle") { Kind = KnowledgeKind.Faq })).Should().Be(0);
    }

    [SkippableFact]
    public async Task Tenants_AreKeptApart()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        CrmScope Guest(string? tenant) => new(Actor.Guest) { TenantId = tenant };
        CrmScope Staff(string tenant) => new(Actor.Agent("ada")) { TenantId = tenant };
        await host.PublishAsync("Kettle of one", "Xylophonic.", scope: Staff("one"));
        await host.PublishAsync("Kettle of two", scope: Staff("two"));

        (await host.TitlesAsync("kettle", Guest("one"))).Should().Equal("Kettle of one");
        (await host.TitlesAsync("kettle", Guest("two"))).Should().Equal("Kettle of two");
        (await host.TitlesAsync("kettle", Guest("three"))).Should().BeEmpty();
        (await host.TitlesAsync("kettle", Guest(null))).Should().BeEmpty();
        await using var two = host.Work(Guest("two"));
        (await two.Search.SearchAsync(new KnowledgeCriteria("xylopohnic"))).Should().BeEquivalentTo(new { Hits = Array.Empty<object>(), DidYouMean = (string?)null });
        await host.PublishAsync("Teapot of two", scope: Staff("two"));
        (await host.TitlesAsync("teapot", Guest("two"))).Should().Equal("Teapot of two");
        (await host.TitlesAsync("teapot", Guest("one"))).Should().BeEmpty();
    }
}
