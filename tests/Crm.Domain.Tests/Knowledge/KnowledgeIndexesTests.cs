using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>How indexes keep up with what is stored.</summary>
public class KnowledgeIndexesTests
{
    [Fact]
    public async Task Publication_IsFoundByTheNextSearch_WithoutReadingEverything()
    {
        var shelf = new KnowledgeShelf();
        shelf.Publish("Kettle");
        (await shelf.TitlesAsync("kettle")).Should().Equal("Kettle");
        (await shelf.TitlesAsync("kettle")).Should().Equal("Kettle");
        shelf.Loads.Should().Be(1, "nothing was published between the searches");

        shelf.Publish("Teapot");

        (await shelf.TitlesAsync("teapot")).Should().Equal("Teapot");
        shelf.Loads.Should().Be(2);
    }

    [Fact]
    public async Task Revision_ReplacesTheWordsBefore()
    {
        var shelf = new KnowledgeShelf();
        var item = shelf.Publish("Kettle", "Wipe it.");
        await shelf.TitlesAsync("kettle");

        item.Revise(new KnowledgeContent("Teapot", "Rinse it.", LanguageTag.Parse("en")), KnowledgeShelf.Author, KnowledgeShelf.Now);
        shelf.Save(item);
        (await shelf.TitlesAsync("teapot")).Should().BeEmpty("it is being written");
        item.Publish(KnowledgeShelf.Author, KnowledgeShelf.Now);
        shelf.Save(item);

        (await shelf.TitlesAsync("kettle")).Should().BeEmpty();
        (await shelf.TitlesAsync("teapot")).Should().Equal("Teapot");
    }

    [Fact]
    public async Task Archive_TakesItAway()
    {
        var shelf = new KnowledgeShelf();
        var item = shelf.Publish("Kettle");
        await shelf.TitlesAsync("kettle");

        item.Archive(KnowledgeShelf.Author, KnowledgeShelf.Now);
        shelf.Save(item);

        (await shelf.TitlesAsync("kettle")).Should().BeEmpty();
        (await shelf.As(Actor.Agent("ada")).DescribeIndexAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task AnotherLanguage_MovesTheItem()
    {
        var shelf = new KnowledgeShelf();
        var item = shelf.Publish("Kettle");
        shelf.Publish("Teiera", "Lavare.", "it");
        await shelf.TitlesAsync("kettle");
        await shelf.TitlesAsync("teiera");

        item.Revise(new KnowledgeContent("Bollitore", "Pulire.", LanguageTag.Parse("it")), KnowledgeShelf.Author, KnowledgeShelf.Now);
        item.Publish(KnowledgeShelf.Author, KnowledgeShelf.Now);
        shelf.Save(item);

        (await shelf.TitlesAsync("bollitore")).Should().Equal("Bollitore");
        (await shelf.As(Actor.Agent("ada")).DescribeIndexAsync()).Select(s => (s.Language, s.Documents)).Should().Equal(("it", 2));
    }

    [Fact]
    public async Task TermsOfAnotherEdition_AreMadeAnew()
    {
        var shelf = new KnowledgeShelf(new ReversingAnalyser(2));
        var old = new TextAnalysers([new ReversingAnalyser(1)]);
        shelf.Publish("abc", language: "xx");
        shelf.Save(shelf.Items[0], old);

        (await shelf.TitlesAsync("abc")).Should().Equal("abc");
    }

    [Fact]
    public async Task OwnUncommittedChanges_AreSeenByTheirTransactionAlone()
    {
        var shelf = new KnowledgeShelf();
        shelf.Publish("Kettle");
        (await shelf.TitlesAsync("kettle")).Should().ContainSingle();
        var committed = shelf.Change;

        shelf.Publish("Teapot");
        shelf.Sight = KnowledgeSearchSight.Uncommitted;
        (await shelf.TitlesAsync("teapot")).Should().Equal("Teapot");

        // The others still see the state before.
        (shelf.Sight, shelf.Change) = (KnowledgeSearchSight.Committed, committed);
        var loads = shelf.Loads;
        (await shelf.TitlesAsync("teapot")).Should().BeEmpty();
        shelf.Loads.Should().Be(loads);
    }

    [Fact]
    public async Task OlderSnapshot_ReadsWithoutSettingTheOthersBack()
    {
        var shelf = new KnowledgeShelf();
        shelf.Publish("Kettle");
        shelf.Publish("Teapot");
        await shelf.TitlesAsync("kettle");
        var loads = shelf.Loads;

        (shelf.Sight, shelf.Change) = (KnowledgeSearchSight.Snapshot, 1);
        await shelf.TitlesAsync("kettle");

        shelf.Loads.Should().Be(loads);
    }

    [Fact]
    public async Task DatabaseSetBack_IsReadAnew()
    {
        var shelf = new KnowledgeShelf();
        shelf.Publish("Kettle");
        shelf.Publish("Teapot");
        await shelf.TitlesAsync("kettle");

        shelf.Change = 1;
        await shelf.TitlesAsync("kettle");

        shelf.Loads.Should().Be(2);
    }

    [Fact]
    public async Task MoreThanTheLimit_LetsOtherTenantsGo()
    {
        var analysers = new TextAnalysers([]);
        var indexes = new KnowledgeIndexes(analysers, new KnowledgeSearchOptions { MaxIndexBytes = 1 });
        var (first, second) = (new KnowledgeShelf(), new KnowledgeShelf { Name = "other" });
        first.Publish("Kettle");
        second.Publish("Teapot");
        var now = KnowledgeShelf.Now;
        var (one, position) = await indexes.CurrentAsync(first, now, default);
        await one.LoadAsync("en", position, first, now, default);
        var bytes = indexes.ByteSize;
        bytes.Should().BePositive();

        var (two, _) = await indexes.CurrentAsync(second, now, default);
        await two.LoadAsync("en", position, second, now, default);

        indexes.ByteSize.Should().Be(two.ByteSize);
        (await indexes.CurrentAsync(first, now, default)).Tenant.Should().NotBeSameAs(one);
    }

    [Fact]
    public void Schedule_BeginsAndEnds_AtTheirInstants()
    {
        var schedule = new ValiditySchedule();
        var now = KnowledgeShelf.Now;
        var entry = new KnowledgeIndexEntry(Guid.Parse("01900000-0000-7000-8000-000000000001"), default, Audience.Public)
        {
            ValidFrom = now.Plus(NodaTime.Duration.FromHours(1)), ValidUntil = now.Plus(NodaTime.Duration.FromHours(2)),
        };

        schedule.IsValid(entry, now).Should().BeFalse();
        schedule.Next.Should().Be(entry.ValidFrom!.Value.ToUnixTimeTicks());
        schedule.Due(now).Should().BeEquivalentTo((Array.Empty<object>(), Array.Empty<Guid>()));
        schedule.Due(entry.ValidFrom.Value).Begun.Should().Equal(entry);
        schedule.Next.Should().Be(entry.ValidUntil!.Value.ToUnixTimeTicks());
        schedule.Due(entry.ValidUntil.Value).Ended.Should().Equal(entry.Key);
        schedule.Next.Should().Be(long.MaxValue);

        schedule.IsValid(entry, now);
        schedule.Forget(entry.Key);
        schedule.Next.Should().Be(long.MaxValue);
    }

    private sealed class ReversingAnalyser(int version) : ITextAnalyser
    {
        public string Language => "xx";

        public int Version => version;

        public void Analyse(string text, ICollection<TextTerm> terms) =>
            terms.Add(new TextTerm(version == 1 ? new string([.. text.Reverse()]) : text, 0, text.Length));
    }
}
