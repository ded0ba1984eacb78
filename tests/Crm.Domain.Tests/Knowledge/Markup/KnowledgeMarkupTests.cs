using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Crm.Domain.Knowledge;
using Crm.Testing;

namespace Crm.Domain.Tests.Knowledge.Markup;

/// <summary>Whatever an author writes, what is shown can run nothing and leads nowhere but where a reader may go.</summary>
public partial class KnowledgeMarkupTests
{
    private static readonly string[] s_tags =
    [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "a", "br", "hr", "table", "thead", "tbody", "tr", "th", "td",
    ];

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](&#106;avascript:alert(1))")]
    [InlineData("[x](java\tscript:alert(1))")]
    [InlineData("[x](<java\tscript:alert(1)>)")]
    [InlineData("[x](\u0001javascript:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:msgbox(1))")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("[x](/sign-in)")]
    [InlineData("[x](file:///etc/passwd)")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("![x](https://evil.example/pixel.gif)")]
    [InlineData("[![x](https://evil.example/pixel.gif)](javascript:alert(1))")]
    [InlineData("[x]{onclick=alert(1)}(https://example.com)")]
    [InlineData("[x](https://example.com \"\\\" onmouseover=alert(1) \")")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<vbscript:a>")]
    [InlineData("ftp://evil.example/x")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("```\" onclick=\"alert(1)\ncode\n```")]
    [InlineData("|a|b|\n|-|-|\n|<script>|[x](javascript:1)|")]
    public void ToHtml_HostileMarkdown_IsInert(string markdown) => ShouldBeInert(markdown);

    [SkippableTheory]
    [InlineData("text/RSNAKE_XSS.txt")]
    [InlineData("text/MarioXSSVectors.txt")]
    [InlineData("text/blns.json")]
    [InlineData("text/htmlsanitizer-pairs.json")]
    public void ToHtml_CorporaOfAttacks_AreInert(string file)
    {
        var attacks = Attacks(TestData.Require(file));
        attacks.Should().HaveCountGreaterThan(50);
        foreach (var attack in attacks)
        {
            foreach (var markdown in new[] { attack, $"[{attack}]({attack})", $"![{attack}](<{attack}>)", $"[x](https://example.org/{attack} \"{attack}\")", $"    {attack}", $"|{attack}|b|\n|-|-|\n|{attack}|{attack}|", $"<{attack}>" })
            {
                ShouldBeInert(markdown);
            }
        }
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("*a **b ")]
    [InlineData("`")]
    [InlineData("<a")]
    [InlineData("[a](")]
    [InlineData("&#x0;")]
    public void ToHtml_NestedWithoutEnd_IsAnswered(string piece)
    {
        var markdown = string.Concat(Enumerable.Repeat(piece, 5_000));

        ShouldBeInert(markdown);
        KnowledgeMarkup.ToText(markdown).Should().NotBeNull();
    }

    [Theory]
    [InlineData("[x](https://example.com/a?b=c)", "<a href=\"https://example.com/a?b=c\" rel=\"nofollow noopener noreferrer\">x</a>")]
    [InlineData("[x](mailto:desk@example.com)", "href=\"mailto:desk@example.com\"")]
    [InlineData("[x](tel:+390255512345)", "href=\"tel:+390255512345\"")]
    [InlineData("see https://example.com", "href=\"https://example.com\"")]
    [InlineData("# One", "<h2>One</h2>")]
    [InlineData("|a|b|\n|-|-|\n|1|2|", "<td>1</td>")]
    [InlineData("![The **hub** of `it`](https://example.com/x.png)", "The hub of it")]
    [InlineData("1 < 2 & 3", "1 &lt; 2 &amp; 3")]
    public void ToHtml_OrdinaryMarkdown_Works(string markdown, string expected) => KnowledgeMarkup.ToHtml(markdown).Should().Contain(expected);

    [Fact]
    public void ToHtml_HeadingShift_LowersHeadings()
    {
        KnowledgeMarkup.ToHtml("# One", 0).Should().Contain("<h1>");
        KnowledgeMarkup.ToHtml("##### Five", 3).Should().Contain("<h6>");
        FluentActions.Invoking(() => KnowledgeMarkup.ToHtml("a", 6)).Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void ToText_IsOneLineOfPlainText() =>
        KnowledgeMarkup.ToText("# Title\n\n**Unplug** the [kettle](https://example.org)\n\n- one\n- two").Should().Be("Title Unplug the kettle one two");

    private static void ShouldBeInert(string markdown)
    {
        var html = KnowledgeMarkup.ToHtml(markdown);
        foreach (Match tag in Tags().Matches(html))
        {
            s_tags.Should().Contain(tag.Groups["name"].Value, "of {0}", markdown);
            foreach (Match attribute in Attributes().Matches(tag.Groups["attributes"].Value))
            {
                var (name, value) = (attribute.Groups["name"].Value, WebUtility.HtmlDecode(attribute.Groups["value"].Value));
                name.Should().BeOneOf(["href", "rel", "title", "class", "style", "start", "type"], "of {0}", markdown);
                switch (name)
                {
                    case "href":
                        value.Should().MatchRegex("^(?i:https?://|mailto:|tel:)", "of {0}", markdown);
                        break;
                    case "style":
                        value.Should().MatchRegex("^text-align: (left|center|right);$", "of {0}", markdown);
                        break;
                    case "class":
                        value.Should().StartWith("language-", "of {0}", markdown);
                        break;
                }
            }
        }

        // Outside tags there is nothing that opens one, and within them nothing but attributes.
        Tags().Replace(html, string.Empty).Should().NotContain("<", "of {0}", markdown);
        Tags().Matches(html).Should().NotContain(t => Attributes().Replace(t.Groups["attributes"].Value, string.Empty).Trim('/', ' ').Length > 0, "of {0}", markdown);
    }

    private static List<string> Attacks(string path)
    {
        if (!path.EndsWith(".json", StringComparison.Ordinal))
        {
            return [.. File.ReadAllLines(path).Where(l => l.Length > 0)];
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path));
        return [.. json.RootElement.EnumerateArray().Select(e => e.ValueKind == JsonValueKind.String ? e.GetString()! : e.GetProperty("input").GetString()!)];
    }

    [GeneratedRegex("""<(?<close>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)(?<attributes>(\s+[a-z-]+="[^"<>]*")*\s*/?)>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Tags();

    [GeneratedRegex("""\s+(?<name>[a-z-]+)="(?<value>[^"<>]*)["]""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attributes();
}
