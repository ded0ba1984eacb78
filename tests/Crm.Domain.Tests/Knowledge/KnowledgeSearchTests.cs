using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeSearchTests
{
    private readonly KnowledgeShelf _shelf = new();

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Search_TitleAndRareWords_WeighMore()
    {
        _shelf.Publish("Warranty of the kettle", "The machine has two years.");
        _shelf.Publish("Care", "Descaling the machine.");
        _shelf.Publish("Descaling the machine", "Use vinegar.");
        _shelf.Publish("Cleaning the machine", "Wipe it.");

        (await _shelf.TitlesAsync("descaling machine")).Take(2).Should().Equal("Descaling the machine", "Care");
    }

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Search_StopWordsOtherFormsAndTypos_FindTheSame()
    {
        _shelf.Publish("Returning a delivery", "Send it back within a month.");
        _shelf.Publish("Opening hours", "We are there from nine.");

        (await _shelf.TitlesAsync("the returns of deliveries")).First().Should().Be("Returning a delivery");
        (await _shelf.TitlesAsync("retrun a delivery")).First().Should().Be("Returning a delivery");
    }

    [Fact]
    [Trait("Check", "KB-07")]
    public async Task Search_Synonym_FindsWhatIsWrittenInOtherWords()
    {
        _shelf.Publish("The kettle does not boil", "Unplug it.");
        _shelf.Publish("Opening hours", "We are there from nine.");
        (await _shelf.TitlesAsync("samovar")).Should().BeEmpty();

        _shelf.Synonyms = new KnowledgeSynonymList(KnowledgeSynonymListId.New(KnowledgeShelf.Now), LanguageTag.Parse("en-GB"), [["samovar", "kettle"]], KnowledgeShelf.Now);
        _shelf.Change++;

        (await _shelf.TitlesAsync("samovar")).Should().Equal("The kettle does not boil");
    }

    [Fact]
    public async Task Search_Typo_SaysWhatWasProbablyMeant()
    {
        _shelf.Publish("Change your password", "Open the settings.");

        var answer = await _shelf.AskAsync("change pasword?");

        answer.DidYouMean.Should().Be("change password?");
        answer.Corrections.Should().ContainSingle().Which.Should().Be(KeyValuePair.Create("pasword", "password"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData(null)]
    public async Task Search_WithoutWords_FindsNothingAndAsksNothing(string? text)
    {
        _shelf.Publish("Kettle");

        (await _shelf.AskAsync(text!)).Hits.Should().BeEmpty();
        _shelf.Asked.Should().BeEmpty();
        _shelf.Loads.Should().Be(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Search_TakeOutOfRange_IsTheCallersError(int take) => await FluentActions
        .Awaiting(() => _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("kettle") { Take = take })).Should().ThrowAsync<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Rank_TakeOutOfRange_IsTheCallersError(int take) => await FluentActions
        .Awaiting(() => _shelf.As(Actor.Guest).RankAsync(new KnowledgeCriteria("kettle") { Take = take })).Should().ThrowAsync<ArgumentOutOfRangeException>();

    [Fact]
    public async Task Rank_IsTheOrderOfSearch()
    {
        for (var i = 0; i < 20; i++)
        {
            _shelf.Publish($"Kettle {new string('x', i)}", string.Join(' ', Enumerable.Repeat("kettle", i % 5)) + " boils.");
        }

        var search = _shelf.As(Actor.Guest);
        var hits = (await search.SearchAsync(new KnowledgeCriteria("kettle") { Take = 100 })).Hits;

        (await search.RankAsync(new KnowledgeCriteria("kettle") { Take = 1000 })).Should().Equal(hits.Select(h => new KnowledgeMatch(h.Id, h.Score)));
    }

    [Fact]
    public async Task Search_Product_FindsItsItemsOnly()
    {
        _shelf.Publish("Kettle A", sku: "A");
        _shelf.Publish("Kettle B", sku: "B");
        _shelf.Publish("Kettle");

        (await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("kettle") { Sku = "B" })).Hits.Select(h => h.Title).Should().Equal("Kettle B");
        (await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("kettle") { Sku = "b\0" })).Hits.Should().BeEmpty();
    }

    [Fact]
    public async Task Search_KindCategoryAndTag_FindTheirItemsOnly()
    {
        var (kitchen, tea) = (KnowledgeCategoryId.New(KnowledgeShelf.Now), KnowledgeCategoryId.New(KnowledgeShelf.Now));
        (_shelf.Below[kitchen], _shelf.Below[tea]) = ([kitchen, tea], [tea]);
        _shelf.Publish("Kettle A", filing: new KnowledgeFiling { Categories = [kitchen] });
        _shelf.Publish("Kettle B", kind: KnowledgeKind.Faq, filing: new KnowledgeFiling { Categories = [tea], Tags = ["Hot  Water"] });
        _shelf.Publish("Kettle C");
        async Task<IEnumerable<string>> FindAsync(KnowledgeCriteria criteria) => (await _shelf.As(Actor.Guest).SearchAsync(criteria)).Hits.Select(h => h.Title);

        (await FindAsync(new("kettle") { CategoryId = kitchen })).Should().BeEquivalentTo("Kettle A", "Kettle B");
        (await FindAsync(new("kettle") { CategoryId = tea })).Should().Equal("Kettle B");
        (await FindAsync(new("kettle") { Kind = KnowledgeKind.Faq })).Should().Equal("Kettle B");
        (await FindAsync(new("kettle") { Tag = "hot water" })).Should().Equal("Kettle B");
        (await FindAsync(new("kettle") { Tag = "" })).Should().BeEmpty();
        (await FindAsync(new("kettle") { Tag = "hot water", Kind = KnowledgeKind.HowTo })).Should().BeEmpty();
    }

    [Fact]
    public async Task Search_Scheduled_IsFoundFromItsInstantUntilItsEnd()
    {
        _shelf.Publish("Kettle");
        var item = new KnowledgeItem(KnowledgeItemId.New(KnowledgeShelf.Now), new KnowledgeContent("Xylophonic", "Soon.", LanguageTag.Parse("en")), Audience.Public, KnowledgeShelf.Author, KnowledgeShelf.Now);
        var (from, until) = (KnowledgeShelf.Now + Duration.FromHours(1), KnowledgeShelf.Now + Duration.FromHours(2));
        item.Publish(KnowledgeShelf.Author, KnowledgeShelf.Now, new KnowledgePeriod(from, until));
        _shelf.Items.Add(item);
        _shelf.Save(item);

        (await _shelf.TitlesAsync("xylophonic")).Should().BeEmpty();
        (await _shelf.AskAsync("xylopohnic")).DidYouMean.Should().BeNull("its words wait with it");
        _shelf.Clock.Now = from;
        (await _shelf.TitlesAsync("xylophonic")).Should().Equal("Xylophonic");
        _shelf.Clock.Now = until;
        (await _shelf.TitlesAsync("xylophonic")).Should().BeEmpty();
        (await _shelf.AskAsync("xylopohnic")).DidYouMean.Should().BeNull();
    }

    [Fact]
    public async Task Search_UnfinishedWord_IsCompletedWhenAsked()
    {
        _shelf.Publish("Descaling the kettle");

        (await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("desca") { CompletesLastWord = true })).Hits.Should().ContainSingle();
    }

    [Fact]
    public async Task Search_Html_MarksWordsAndEncodesTheRest()
    {
        _shelf.Publish("Kettle", "Never <script>alert(1)</script> & the **kettle**.");

        var hit = (await _shelf.AskAsync("kettle")).Hits.Single();

        hit.SnippetHtml.Should().Be("Never &lt;script&gt;alert(1)&lt;/script&gt; &amp; the <mark>kettle</mark>.");
        hit.Snippet.Should().Be("Never <script>alert(1)</script> & the kettle.");
    }

    [Fact]
    public async Task Snippet_OfALongBody_IsCutAtABlank()
    {
        _shelf.Publish("Kettle", "**Unplug** the [kettle](https://example.org) first. " + string.Join(' ', Enumerable.Repeat("Wait.", 60)));

        (await _shelf.AskAsync("kettle")).Hits.Single().Snippet.Should().StartWith("Unplug the kettle first. Wait.").And.EndWith("Wait. …").And.HaveLength(200);
    }

    [Theory]
    [InlineData("How can I change my delivery address?", "en", "Delivery address")]
    [InlineData("Come posso cambiare l'indirizzo di consegna?", "it", "Cambiare l'indirizzo di consegna")]
    [InlineData("Cum pot schimba adresa de livrare?", "ro", "Schimbarea adresei")]
    public async Task Search_LanguageNotSaid_IsThatOfTheQuestion(string question, string language, string title)
    {
        _shelf.Publish("Delivery address", "How to change it.");
        _shelf.Publish("Cambiare l'indirizzo di consegna", "Come si fa.", "it");
        _shelf.Publish("Schimbarea adresei", "Cum se face.", "ro");

        var answer = await _shelf.AskAsync(question);

        answer.Language.Should().Be(language);
        answer.Hits.Should().ContainSingle(h => h.Title == title);
    }

    [Fact]
    public async Task Search_LanguageWithoutItems_IsAnsweredByOthers()
    {
        _shelf.Publish("Wifi password", "On the back of the box.");

        var answer = await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("wifi password") { Language = LanguageTag.Parse("fi") });

        answer.Language.Should().Be("en");
        answer.Hits.Should().ContainSingle();
    }

    [Fact]
    public async Task Search_WantedLanguageWithItems_IsSearchedAlone()
    {
        _shelf.Publish("Wifi password", "On the back of the box.");
        _shelf.Publish("Öppettider", "Vi har öppet från nio.", "sv-SE");

        (await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("wifi") { Language = LanguageTag.Parse("sv") })).Should().BeEquivalentTo(new { Language = "sv", Hits = Array.Empty<object>() });
        (await _shelf.As(Actor.Guest).SearchAsync(new KnowledgeCriteria("öppettiden") { Language = LanguageTag.Parse("sv-FI") })).Hits.Should().ContainSingle();
    }

    [Fact]
    [Trait("Check", "KB-05")]
    public async Task SearchReadAndList_AskForTheReadersAudiencesOnly()
    {
        _shelf.Publish("Kettle");
        var portal = _shelf.As(Actor.PortalCustomer("anna", []));

        await portal.SearchAsync(new KnowledgeCriteria("kettle"));
        await portal.RankAsync(new KnowledgeCriteria("kettle"));
        await portal.ReadAsync(_shelf.Items[0].Id, LanguageTag.Parse("en"));
        await portal.ListAsync(KnowledgeListCriteria.All);

        _shelf.Asked.Should().HaveCount(4).And.OnlyContain(a => a.SequenceEqual(new[] { Audience.Customer, Audience.Public }));
    }

    [Theory]
    [InlineData("\u202Ekettle\u202C \u0001\u0007")]
    [InlineData("'; drop table --")]
    [InlineData("\uD800 kettle \uDC00")]
    [InlineData("كيف أغير كلمة المرور")]
    [InlineData("怎么更改密码")]
    public async Task Search_StrangeText_IsAnswered(string text)
    {
        _shelf.Publish("Kettle", "It boils.");

        (await _shelf.AskAsync(text)).Hits.Should().HaveCountLessThan(2);
    }

    [Fact]
    public async Task Search_TenThousandWords_IsAnswered()
    {
        _shelf.Publish("Kettle", "It boils.");

        (await _shelf.AskAsync("kettle " + string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"w{i}")))).Hits.Should().ContainSingle();
    }
}
