using System.Text.Json;
using Crm.Domain.Interactions;
using FsCheck;
using FsCheck.Fluent;
using TestData = Crm.Testing.TestData;

namespace Crm.Domain.Tests.Interactions.Mail;

public class MailHtmlTests
{
    [Theory]
    [InlineData("plain &amp; simple", "plain & simple")]
    [InlineData("<p>Hello,</p><p>two\n  lines<br>and <b>bo</b>ld</p>", "Hello,\n\ntwo lines\nand bold")]
    [InlineData("<div>one</div><div><br></div><div>two<br></div><div>three</div>", "one\n\ntwo\nthree")]
    [InlineData("<p class=MsoNormal>one<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=\"MsoNormal\">two</p><p class=MsoNormal>three</p>", "one\n\ntwo\nthree")]
    [InlineData("<ul><li>a<li>b</ul><ol><li>c</li><li>d</li></ol>e", "- a\n- b\n\n1. c\n2. d\n\ne")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc")]
    [InlineData("<pre>a\n  b</pre>c", "a\n  b\n\nc")]
    [InlineData("a<!-- <b>no</b> --> b<!-->c<!---->d<![if x]>e<?xml x?>f", "a bcdef")]
    [InlineData("<title>t</title><style>p { color: red }</style><script>if (a < b) { alert('x') }</script >seen", "seen")]
    [InlineData("&lt;b&gt; &#65;&#x42;&#67 &#128; &#0; &#xD800; &#99999999999; &nosuch; &copy 5 &amp;lt;", "<b> ABC € � � � &nosuch; © 5 &lt;")]
    [InlineData("1 < 2, a <3 b, x</ y>z", "1 < 2, a <3 b, xz")]
    [InlineData("<a href=\"https://example.org/?a>b\" title='x > y'>shop</a>", "shop")]
    [InlineData("tail is cut <a href=\"x", "tail is cut")]
    public void ToText_Markup_GivesWhatAReaderSees(string html, string text) => MailHtml.ToText(html).Should().Be(text);

    [Theory]
    [InlineData("<div dir=ltr>Yes.</div><div class=\"gmail_quote\"><div class=gmail_attr>On Monday, Ada wrote:<br></div><blockquote class=gmail_quote><div>Really?</div><blockquote>Sure</blockquote></blockquote></div>", "Yes.\nOn Monday, Ada wrote:\n\n> Really?\n>\n>> Sure")]
    [InlineData("<div>Ja.</div><div class=\"moz-cite-prefix\">Am 1.2. schrieb Ada:<br></div><blockquote type=\"cite\"><p>Wirklich?</p></blockquote><p>Gruß</p>", "Ja.\nAm 1.2. schrieb Ada:\n\n> Wirklich?\n\nGruß")]
    [InlineData("<div>Si</div><div id=\"ydp1yahoo_quoted_1\" class=\"ydp1 yahoo_quoted\"><div>Ada:</div><div>Chiedo</div></div>", "Si\n> Ada:\n> Chiedo")]
    [InlineData("<div>Ja<div name=\"quote\"><div>Frage</div></div>Ende</div>", "Ja\n> Frage\nEnde")]
    [InlineData("<p>Ok</p><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Ada<br><b>Sent:</b> Monday</div><div>Old</div>", "Ok\n\nFrom: Ada\nSent: Monday\nOld")]
    public void ToText_QuotedMail_IsMarked(string html, string text) => MailHtml.ToText(html).Should().Be(text);

    [Fact]
    [Trait("Check", "IN-06")]
    public void ToText_ReferenceInAnAttribute_IsNotText()
    {
        MailHtml.ToText("<p>About <b>C-1</b></p>").Should().Contain("C-1");
        MailHtml.ToText("<img alt=\"C-1\"><a href=\"/C-1\" data-x='C-1' C-1>here</a><!-- C-1 --><style>C-1</style>").Should().Be("here");
    }

    [SkippableFact]
    public void AttackCase41_ToText_HostilePayloads_ShowNoScriptAndNeverFail()
    {
        var pairs = JsonDocument.Parse(File.ReadAllText(TestData.Require("text/htmlsanitizer-pairs.json"))).RootElement.EnumerateArray()
            .Select(pair => pair.GetProperty("input").GetString()!);
        var payloads = pairs.Concat(File.ReadAllLines(TestData.Require("text/RSNAKE_XSS.txt"))).Concat(File.ReadAllLines(TestData.Require("text/MarioXSSVectors.txt")))
            .Concat(JsonSerializer.Deserialize<string[]>(File.ReadAllText(TestData.Require("text/blns.json")))!)
            .ToList();

        payloads.Should().HaveCountGreaterThan(300);
        foreach (var payload in payloads)
        {
            MailHtml.ToText($"<script>{payload.Replace("</", "", StringComparison.Ordinal)}</script><p>end").Should().Be("end", payload);
            MailHtml.ToText($"<p>begin</p>{payload}").Should().StartWith("begin", payload);
            MailHtml.ToText($"<p title=\"{payload.Replace("\"", "&quot;", StringComparison.Ordinal)}\">seen</p>").Should().Be("seen");
        }
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<a")]
    [InlineData("<a ")]
    [InlineData("<a href=\"")]
    [InlineData("<!--")]
    [InlineData("<!")]
    [InlineData("<!-- --!")]
    [InlineData("</")]
    [InlineData("<script>")]
    [InlineData("<script></scrip")]
    [InlineData("&")]
    [InlineData("&#")]
    [InlineData("&#x1")]
    [InlineData("<div>")]
    [InlineData("<blockquote>x")]
    [InlineData("<ol><li>")]
    [InlineData("<p>x</div>")]
    [InlineData("<a href=x>y</a>")]
    public void ToText_HostilePieceRepeated_GivesTextInProportion(string piece) =>
        MailHtml.ToText(string.Concat(Enumerable.Repeat(piece, 100_000))).Length.Should().BeLessThan(100_000 * (piece.Length + 20));

    [Fact]
    public void ToText_AnyText_HasNoControlCharactersAndNoBlankEnds() => Prop.ForAll<NonNull<string>>(html =>
    {
        var text = MailHtml.ToText(html.Get);
        return !text.Any(c => char.IsControl(c) && c != '\n') && text == text.Trim('\n');
    }).QuickCheckThrowOnFailure();
}
