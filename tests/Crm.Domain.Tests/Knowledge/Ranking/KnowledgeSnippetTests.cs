using System.Text.RegularExpressions;
using Crm.Domain.Knowledge;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge;

public partial class KnowledgeSnippetTests
{
    private readonly ITextAnalyser _analyser = new TextAnalysers([]).For("en");

    [Fact]
    public void Html_Words_AreMarkedInAllForms() =>
        Html("Resetting passwords: reset it & wait.", "reset password").Should().Be("<mark>Resetting</mark> <mark>passwords</mark>: <mark>reset</mark> it &amp; wait.");

    [Fact]
    public void Html_LongText_ShowsTheStretchWithMostOfTheQuestion()
    {
        var filler = string.Concat(Enumerable.Repeat("nothing to see in here. ", 40));

        var html = Html($"kettle. {filler}Descale the kettle with vinegar. {filler}", "descale kettle vinegar");

        html.Should().StartWith("… ").And.EndWith(" …").And.Contain("<mark>Descale</mark> the <mark>kettle</mark> with <mark>vinegar</mark>");
        html.Length.Should().BeLessThan(280);
    }

    [Fact]
    public void Html_NoWordFound_ShowsTheBeginning() => Html(new string('a', 10) + string.Concat(Enumerable.Repeat(" abc", 100)), "kettle").Should().StartWith("aaaaaaaaaa abc").And.EndWith("abc …");

    [Theory]
    [InlineData("<script>alert(1)</script> kettle")]
    [InlineData("kettle\"><img src=x onerror=alert(1)>")]
    [InlineData("<mark>kettle</mark>")]
    [InlineData("\u202Ekettle\0\u0007")]
    public void Html_HostileText_HasNoTagButMark(string text) => Safe(Html(text, "kettle script img mark alert"));

    [SkippableFact]
    public void Html_KnownAttacks_HaveNoTagButMark()
    {
        foreach (var file in Directory.EnumerateFiles(TestData.Require("text"), "*.txt", SearchOption.AllDirectories))
        {
            foreach (var line in File.ReadLines(file).Take(2_000))
            {
                Safe(Html(line, "script alert img javascript onerror svg " + line));
            }
        }
    }

    [Fact]
    public void Html_SurrogatesAtTheEnds_StayWhole()
    {
        var html = Html(string.Concat(Enumerable.Repeat("😀", 400)) + "kettle" + string.Concat(Enumerable.Repeat("😀", 400)), "kettle");

        System.Net.WebUtility.HtmlDecode(html).EnumerateRunes().Should().NotContain(System.Text.Rune.ReplacementChar).And.HaveCountLessThan(260);
    }

    private static void Safe(string html)
    {
        html.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal).Should().NotContainAny("<", ">", "\"");
        Control().IsMatch(html).Should().BeFalse();
    }

    private string Html(string text, string question)
    {
        var terms = new List<TextTerm>();
        _analyser.Analyse(question, terms);
        return KnowledgeSnippet.Html(_analyser, text, terms.Select(t => t.Term).Distinct().ToDictionary(t => t, _ => 1.0));
    }

    [GeneratedRegex("[\\p{Cc}\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Control();
}
