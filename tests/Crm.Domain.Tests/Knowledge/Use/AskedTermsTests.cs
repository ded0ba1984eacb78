using Crm.Domain.Knowledge;
using NodaTime;

namespace Crm.Domain.Tests.Knowledge.Use;

/// <summary>What readers asked before an item helped: weight n/(n + 5), one voice of each reader, decayed.</summary>
public class AskedTermsTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 6, 1, 8, 0);
    private static readonly Duration s_halfLife = Duration.FromDays(180);
    private static readonly KnowledgeItemId s_item = KnowledgeItemId.New(s_now);

    [Theory]
    [InlineData(1, 167)]
    [InlineData(5, 500)]
    [InlineData(20, 800)]
    public void Weight_OfNReaders_IsNOverNPlusFive(int readers, int weight) =>
        AskedTerms.Of(Enumerable.Range(0, readers).Select(_ => Evidence(Reader(), "descal")), s_now, s_halfLife).Should().Equal(("descal", weight));

    [Fact]
    public void Reader_WhoAsksOftenOfTheSame_CountsOnce()
    {
        var reader = Reader();
        AskedTerms.Of(Enumerable.Range(0, 50).Select(_ => Evidence(reader, "descal")), s_now, s_halfLife).Should().Equal(("descal", 167));
    }

    [Fact]
    public void Reader_WithManyQuestions_CountsWithItsLastThree()
    {
        var reader = Reader();
        var evidence = Enumerable.Range(0, 10).Select(day => Evidence(reader, $"term{day}", s_now - Duration.FromDays(day)));
        AskedTerms.Of(evidence, s_now, s_halfLife).Select(t => t.Term).Should().BeEquivalentTo("term0", "term1", "term2");
    }

    [Fact]
    public void Evidence_AsOldAsTheHalfLife_SaysHalfAsMuch()
    {
        AskedTerms.Of([Evidence(Reader(), "old", s_now - s_halfLife), Evidence(Reader(), "new")], s_now, s_halfLife).Should().Equal(("new", 167), ("old", 91));
        AskedTerms.Of([Evidence(Reader(), "ancient", s_now - (20 * s_halfLife))], s_now, s_halfLife).Should().BeEmpty();
        AskedTerms.Of([], s_now, s_halfLife).Should().BeEmpty();
    }

    private static KnowledgeReaderId Reader() => KnowledgeReaderId.New(s_now);

    private static AskedEvidence Evidence(KnowledgeReaderId reader, string term, Instant? at = null) => new(s_item, reader, Guid.NewGuid(), term, at ?? s_now);
}
