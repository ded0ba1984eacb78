using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Knowledge;

/// <summary>What a reader is told does not depend on items that it may not read.</summary>
[Trait("Check", "KB-05")]
public class KnowledgeSearchLeakTests
{
    private static readonly string[] s_questions = ["kettle", "ketle", "kettl", "secret recall", "secrt", "recal of the kettle", "boil", "projekt", "where is the samovar"];

    private static readonly Actor[] s_readers = [Actor.Guest, Actor.PortalCustomer("anna", []), Actor.Partner("shop", [])];

    [Fact]
    public async Task Answers_WithAndWithoutItemsOfOthers_AreTheSame()
    {
        var (plain, full) = (new KnowledgeShelf(), new KnowledgeShelf());
        Fill(plain);
        Fill(full);
        for (var i = 0; i < 40; i++)
        {
            full.Publish($"Secret recall {i}", "The kettle project is recalled; boil no secrets. Samovar.", audience: Audience.Internal);
        }

        foreach (var reader in s_readers)
        {
            foreach (var question in s_questions)
            {
                var criteria = new KnowledgeCriteria(question) { CompletesLastWord = true };
                var (expected, actual) = (await plain.As(reader).SearchAsync(criteria), await full.As(reader).SearchAsync(criteria));

                Told(actual).Should().BeEquivalentTo(Told(expected), o => o.WithStrictOrdering(), $"{reader.Kind} asks \"{question}\"");
            }
        }
    }

    [Fact]
    public async Task WordsOfOthers_AreNeitherSuggestedNorCompleted()
    {
        var shelf = new KnowledgeShelf();
        Fill(shelf);
        shelf.Publish("Xylophonic recall", "Xylophonic.", audience: Audience.Internal);

        var staff = await shelf.As(Actor.Agent("ada")).SearchAsync(new KnowledgeCriteria("xylopohnic"));
        staff.DidYouMean.Should().Be("xylophonic");
        foreach (var reader in s_readers)
        {
            var answer = await shelf.As(reader).SearchAsync(new KnowledgeCriteria("xylopohnic"));
            answer.DidYouMean.Should().BeNull();
            answer.Hits.Should().BeEmpty();
            (await shelf.As(reader).SearchAsync(new KnowledgeCriteria("xylo") { CompletesLastWord = true })).Hits.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task LanguageOfOthersAlone_IsNotSearched()
    {
        var shelf = new KnowledgeShelf();
        Fill(shelf);
        shelf.Publish("Återkallelse av vattenkokaren", "Hemligt.", "sv", Audience.Internal);

        (await shelf.AskAsync("återkallelse av vattenkokaren")).Language.Should().Be("en");
        (await shelf.AskAsync("återkallelse av vattenkokaren", Actor.Agent("ada"))).Language.Should().Be("sv");
    }

    [Fact]
    public async Task ItemMadeInternal_IsForgottenAtOnce()
    {
        var shelf = new KnowledgeShelf();
        Fill(shelf);
        var item = shelf.Publish("Xylophonic recall", "Xylophonic.");
        (await shelf.AskAsync("xylophonic")).Hits.Should().ContainSingle();

        item.ChangeAudience(Audience.Internal, KnowledgeShelf.Author, KnowledgeShelf.Now);
        shelf.Save(item);

        (await shelf.AskAsync("xylophonic")).Hits.Should().BeEmpty();
        (await shelf.AskAsync("xylopohnic")).DidYouMean.Should().BeNull();
    }

    [Fact]
    public async Task ItemChangedBehindTheIndex_IsNotShown()
    {
        var shelf = new KnowledgeShelf();
        Fill(shelf);
        var item = shelf.Publish("Xylophonic recall", "Xylophonic.");
        (await shelf.AskAsync("xylophonic")).Hits.Should().ContainSingle();

        // Whatever the index says, the item itself decides.
        item.ChangeAudience(Audience.Internal, KnowledgeShelf.Author, KnowledgeShelf.Now);

        (await shelf.AskAsync("xylophonic")).Hits.Should().BeEmpty();
        (await shelf.As(Actor.Guest).RankAsync(new KnowledgeCriteria("xylophonic"))).Should().BeEmpty();
    }

    private static object Told(KnowledgeAnswer answer) =>
        new { answer.Language, answer.DidYouMean, Corrections = answer.Corrections.Order().ToList(), Hits = answer.Hits.Select(h => (h.Title, h.Score, h.SnippetHtml)).ToList() };

    private static void Fill(KnowledgeShelf shelf)
    {
        shelf.Publish("The kettle does not boil", "Unplug the kettle and wait.");
        shelf.Publish("Descaling the kettle", "Use vinegar, then boil water twice.");
        shelf.Publish("Where is my project?", "Under settings.", audience: Audience.Customer);
        shelf.Publish("Terms for shops", "Recalls are told to partners by mail.", audience: Audience.Partner);
    }
}
