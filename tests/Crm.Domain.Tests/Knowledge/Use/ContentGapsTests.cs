using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Use;

/// <summary>Unanswered questions in groups that enough readers share.</summary>
public class ContentGapsTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly Guid[] s_readers = [.. Enumerable.Range(0, 9).Select(_ => Guid.NewGuid())];

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

    private static UnansweredQuestion Question(int reader, params string[] terms) => new(Guid.NewGuid(), s_readers[reader], "en", 0, s_now, terms);
}
