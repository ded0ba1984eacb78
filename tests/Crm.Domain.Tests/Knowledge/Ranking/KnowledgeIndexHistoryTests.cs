using Crm.Domain.Knowledge;
using Crm.Domain.Values;

namespace Crm.Domain.Tests.Knowledge;

public class KnowledgeIndexHistoryTests
{
    private static readonly string[] s_words = ["kettle", "toaster", "water", "boil", "bread", "brown", "clean", "filter", "lime", "order", "refund", "broken", "handle", "cable", "plug", "wiederverwendbar"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Search_AfterAnyHistory_RanksAsAFreshIndex(int seed)
    {
        // Thousands of random additions, replacements and removals, in batches and with several compactions.
        var random = new Random(seed);
        var scene = new IndexScene();
        var now = new Dictionary<Guid, KnowledgeIndexEntry>();
        for (var batch = 0; batch < 150; batch++)
        {
            var removed = Enumerable.Range(0, random.Next(6)).Select(_ => IndexScene.Key(random.Next(200))).ToList();
            var put = Enumerable.Range(0, random.Next(12)).Select(_ => Random(scene, random)).ToList();
            scene.Index.Update(put, removed);
            removed.ForEach(key => now.Remove(key));
            put.ForEach(entry => now[entry.Key] = entry);
        }

        var fresh = new IndexScene();
        fresh.Index.Update(now.Values.OrderByDescending(e => e.Key));
        scene.Index.Count.Should().Be(now.Count);
        for (var i = 0; i < 60; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 1 + random.Next(5)).Select(_ => Word(random)));
            var audiences = IndexScene.Everybody[random.Next(4)..];
            var expected = fresh.Ask(text, audiences);
            var actual = scene.Ask(text, audiences);
            actual.Matches.Should().Equal(expected.Matches, text);
            actual.Corrections.Should().Equal(expected.Corrections);
        }
    }

    private static KnowledgeIndexEntry Random(IndexScene scene, Random random) => scene.Entry(
        random.Next(200), string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => Word(random))), string.Join(' ', Enumerable.Range(0, random.Next(30)).Select(_ => Word(random))),
        (Audience)random.Next(4)) with { IsQuestion = random.Next(2) == 0 };

    private static string Word(Random random) => random.Next(4) == 0 ? $"model{random.Next(400)}x" : s_words[random.Next(s_words.Length)];
}
