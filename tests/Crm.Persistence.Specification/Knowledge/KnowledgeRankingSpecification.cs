using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Crm.Testing;

namespace Crm.Persistence.Specification.Knowledge;

/// <summary>
/// Every database ranks as the index does that never saw one: the same items in the same order with the same scores, bit by bit. What
/// each provider is held to is the same, so that all of them rank alike.
/// </summary>
public abstract class KnowledgeRankingSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private static readonly Audience[] s_public = [Audience.Public];

    [SkippableTheory]
    [Trait("Check", "KB-07")]
    [InlineData("covidfaq", "en")]
    [InlineData("gnomehelp-sv", "sv")]
    [InlineData("gnomehelp-it", "it")]
    public async Task JudgedQueries_RankAsInMemory(string collection, string language)
    {
        var folder = TestData.Require($"knowledge/{collection}");
        await CompareAsync(
            language,
            [.. Rows(folder, "docs").Select(r => (r[1], r.Length > 2 ? r[2] : ""))],
            [.. Rows(folder, "queries").Select(r => r[1]).Take(TestScale.Count(60, int.MaxValue))]);
    }

    [SkippableFact]
    public async Task OwnTexts_RankAsInMemory()
    {
        var random = new Random(1);
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => $"{"kettle teapot cup boil water plug cable".Split(' ')[random.Next(7)]}{(random.Next(3) == 0 ? "s" : "")}"));
        await CompareAsync("en", [.. Enumerable.Range(0, 150).Select(_ => (Text(random.Next(1, 6)), Text(random.Next(1, 60))))], [.. Enumerable.Range(0, 60).Select(_ => Text(random.Next(1, 6)))]);
    }

    private async Task CompareAsync(string language, IReadOnlyList<(string Title, string Body)> documents, IReadOnlyList<string> queries)
    {
        var host = await HostAsync();
        var analysers = new TextAnalysers([]);
        var index = new KnowledgeIndex(analysers.For(language));
        foreach (var chunk in documents.Chunk(200))
        {
            await using var work = host.Work();
            foreach (var (title, body) in chunk)
            {
                var item = await work.PublishAsync(Short(title), body.Length == 0 ? title : body, language);
                index.Update([KnowledgeSearchDocument.Of(item, analysers).ToEntry()!]);
            }

            await work.SaveAsync();
        }

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        foreach (var query in queries)
        {
            var expected = index.Search(new KnowledgeIndexQuery(query, s_public, host.Clock.Now) { Take = 50 }).Matches;
            (await guest.Search.RankAsync(new KnowledgeCriteria(query) { Language = LanguageTag.Parse(language), Take = 50 }))
                .Select(m => (m.Id.Value, m.Score)).Should().Equal(expected.Select(m => (m.Key, m.Score)), "\"{0}\" is asked", query);
        }
    }

    private static string Short(string title) => title.Length <= KnowledgeItem.MaxTitleLength ? title : title[..KnowledgeItem.MaxTitleLength];

    private static IEnumerable<string[]> Rows(string folder, string name) => File.ReadLines(Path.Combine(folder, $"{name}.tsv")).Skip(1).Select(line => line.Split('\t'));
}
