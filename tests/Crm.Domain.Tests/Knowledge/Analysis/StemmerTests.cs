using Crm.Domain.Knowledge;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

public class StemmerTests
{
    private static readonly Dictionary<string, string> s_languages = new()
    {
        ["english"] = "en", ["italian"] = "it", ["romanian"] = "ro", ["spanish"] = "es", ["swedish"] = "sv",
    };

    [SkippableTheory]
    [InlineData("english", 42_649)]
    [InlineData("italian", 35_495)]
    [InlineData("romanian", 87_642)]
    [InlineData("spanish", 28_378)]
    [InlineData("swedish", 30_738)]
    public void Stem_EveryWordOfTheSnowballList_GivesItsStem(string language, int count)
    {
        var words = File.ReadAllLines(TestData.Require($"knowledge/stemmer/{language}.voc.txt"));
        var stems = File.ReadAllLines(TestData.Require($"knowledge/stemmer/{language}.output.txt"));

        words.Should().HaveCount(count);
        words.Zip(stems).Where(pair => Stem(language, pair.First) != pair.Second)
            .Select(pair => $"{pair.First} gave {Stem(language, pair.First)} instead of {pair.Second}")
            .Should().BeEmpty();
    }

    // Worked by hand from the descriptions of the algorithms, so that something is tested without the lists.
    [Theory]
    [InlineData("english", "consistently", "consist")]
    [InlineData("english", "dying", "die")]
    [InlineData("english", "skies", "sky")]
    [InlineData("english", "by", "by")]
    [InlineData("italian", "abbandonata", "abbandon")]
    [InlineData("italian", "velocemente", "veloc")]
    [InlineData("romanian", "ţărilor", "țăr")]
    [InlineData("spanish", "rápidamente", "rapid")]
    [InlineData("swedish", "paketen", "paket")]
    [InlineData("swedish", "", "")]
    [InlineData("italian", "è", "è")]
    public void Stem_Word_GivesItsStem(string language, string word, string stem) => Stem(language, word).Should().Be(stem);

    private static string Stem(string language, string word) => WordStems.Of(s_languages[language], word);

    [Fact]
    public void Of_UnknownLanguageOrIllFormedWord_IsTheCallersError()
    {
        FluentActions.Invoking(() => WordStems.Of("fi", "sana")).Should().Throw<ArgumentException>().WithMessage("*en, es, it, ro, sv*");
        FluentActions.Invoking(() => WordStems.Of("en", "\uD800")).Should().Throw<ArgumentException>();
        WordStems.Of("en", "Kettles").Should().Be("kettl");
    }
}
