using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Use;

/// <summary>Unanswered questions in groups that enough readers share.</summary>
public class ContentGapsTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly KnowledgeReaderId[] s_readers = [.. Enumerable.Range(0, 9).Select(_ => KnowledgeReaderId.New(s_now))];

    [Fact]
    public void Questions_AreGroupedByTheWordsThatTellMost_EachInOneGroup()
    {
        var questions = new[]
        {
            Question(0, "reset", "password"), Question(1, "password", "reset", "how"), Question(2, "reset", "password", "pleas"), Question(3, "password"),
            Question(4, "password"), Question(5, "password"), Question(6, "invoic", "2025"), Question(7, "invoic"),
        };
        var gaps = ContentGaps.Of(questions, 3, 20);
        gaps.Select(g => string.Join(' ', g.Terms)).Should().Equal("password", "password reset");
        gaps.Select(g => (g.Readers, g.Questions)).Should().Equal((3, 3), (3, 3));
    }

    [Fact]
    public void Group_OfTooFewReaders_IsNotNamed_HoweverOftenTheyAsked()
    {
        var questions = Enumerable.Range(0, 30).Select(i => Question(i % 2, "divorc", "rossi")).ToList();
        ContentGaps.Of(questions, 3, 20).Should().BeEmpty();
        questions.Add(Question(2, "divorc"));
        ContentGaps.Of(questions, 3, 20).Should().ContainSingle().Which.Terms.Should().Equal("divorc");
    }

    [Fact]
    public void Languages_AreApart_AndQuestionsWithoutHitsAreCounted()
    {
        var questions = Enumerable.Range(0, 3).Select(i => Question(i, "test")).Concat(Enumerable.Range(0, 4).Select(i => Question(i, "test") with { Language = "it", Hits = i })).ToList();
        ContentGaps.Of(questions, 3, 20).Select(g => (g.Language, g.Readers, g.WithoutHits, g.LastOn)).Should().Equal(("it", 4, 1, new LocalDate(2026, 6, 1)), ("en", 3, 3, new LocalDate(2026, 6, 1)));
        ContentGaps.Of(questions, 3, 1).Should().ContainSingle();
        ContentGaps.Of([], 3, 20).Should().BeEmpty();
    }

    [Fact]
    public void Groups_OfAnyQuestions_HaveEnoughReaders_AndShareNoQuestion()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var questions = Enumerable.Range(0, random.Next(60))
                .Select(_ => Question(random.Next(s_readers.Length), [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"w{random.Next(15)}")])).ToList();
            var gaps = ContentGaps.Of(questions, 3, 20);
            gaps.Where(g => g.Readers < 3 || g.Questions < g.Readers || g.Terms.Count is < 1 or > 3).Should().BeEmpty();
            gaps.Sum(g => g.Questions).Should().BeLessThanOrEqualTo(questions.Count);
            gaps.Where(g => questions.Where(q => g.Terms.All(t => q.Terms.Contains(t))).Select(q => q.Reader).Distinct().Count() < g.Readers).Should().BeEmpty();
            ContentGaps.Of(questions, 3, 20).Should().BeEquivalentTo(gaps, o => o.WithStrictOrdering());
        }
    }

    private static UnansweredQuestion Question(int reader, params string[] terms) => new(Guid.NewGuid(), s_readers[reader], "en", 0, s_now, terms);
}
