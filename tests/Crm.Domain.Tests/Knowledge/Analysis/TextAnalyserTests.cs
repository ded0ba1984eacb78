using Crm.Domain.Knowledge;

namespace Crm.Domain.Tests.Knowledge;

public class TextAnalyserTests
{
    private readonly TextAnalysers _analysers = new([]);

    [Theory]
    [InlineData("en", "How do I reset the customers' passwords?", "how do reset custom password")]
    [InlineData("en", "What's new? It isn’t here.", "what new isnt here")]
    [InlineData("it", "L'ordine dell’altro cliente: perché?", "ordin altro client perc")]
    [InlineData("ro", "Ţările şi țările", "tar tar")]
    [InlineData("es", "¿Cuándo llegará mi envío?", "cuand lleg envi")]
    [InlineData("sv", "Var är åtgärderna för Röda knappen?", "åtgärd röd knapp")]
    [InlineData("pt", "Emissão da licença", "emissao licenca")]
    [InlineData("xx", "Ελλάδα Ünïcode naïve", "ελλαδα unicode naive")]
    [InlineData("ja", "返品したい 茶", "返品 品し した たい 茶")]
    [InlineData("en", "ﬁle ＡＢＣ COVID-19 3½", "file abc covid 19 3")]
    [InlineData("en", "co\u00ADop", "coop")]
    public void Analyse_Text_GivesTerms(string language, string text, string terms) =>
        string.Join(' ', Analyse(language, text).Select(t => t.Term)).Should().Be(terms);

    [Fact]
    public void Analyse_DecomposedAndComposed_GiveTheSameTerms() =>
        Analyse("sv", "a\u030Angra ko\u0308p").Select(t => t.Term).Should().Equal(Analyse("sv", "ångra köp").Select(t => t.Term)).And.HaveCount(2);

    [Fact]
    public void Analyse_Words_SayWhereTheyAre()
    {
        const string Text = "Turn on the “slow keys”";

        Analyse("en", Text).Select(t => Text.Substring(t.Start, t.Length)).Should().Equal("Turn", "slow", "keys");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("\uD800 \uDC00\uD800")]
    [InlineData("'''’’")]
    [InlineData("\u0301\u0301")]
    [InlineData("\u202Eabc\u202C")]
    public void Analyse_OddText_DoesNotFail(string text) =>
        ((string[])["en", "it", "ro", "es", "sv", "de", "ar"]).SelectMany(language => Analyse(language, text)).Should().NotContain(t => t.Term.Length == 0 || t.Start + t.Length > text.Length);

    [Fact]
    public void Analyse_VeryLongWord_IsCut() => Analyse("en", new string('x', 100_000)).Should().ContainSingle().Which.Term.Should().HaveLength(64);

    [Fact]
    public void For_LanguageOfTheHost_TakesTheHostsAnalyser()
    {
        var own = new Whole("it");

        new TextAnalysers([own]).For("it").Should().BeSameAs(own);
        _analysers.For("it").Should().NotBeSameAs(own);
        _analysers.For("nl").Language.Should().Be("nl");
        _analysers.For("nl").Should().BeSameAs(_analysers.For("nl"));
    }

    private List<TextTerm> Analyse(string language, string text)
    {
        var terms = new List<TextTerm>();
        _analysers.For(language).Analyse(text, terms);
        return terms;
    }

    private sealed class Whole(string language) : ITextAnalyser
    {
        public string Language => language;

        public int Version => 7;

        public void Analyse(string text, ICollection<TextTerm> terms) => terms.Add(new TextTerm(text, 0, text.Length));
    }
}
