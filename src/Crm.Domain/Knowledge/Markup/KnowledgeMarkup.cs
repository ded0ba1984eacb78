using System.Text.Encodings.Web;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Crm.Domain.Knowledge;

/// <summary>
/// Markdown of knowledge items as HTML that is safe to show, and as plain text. Raw HTML stays text; a link goes to http, https, mailto or tel,
/// or is no link; an image is its description. Extensions that let an author set attributes are left out on purpose.
/// </summary>
public static class KnowledgeMarkup
{
    private static readonly MarkdownPipeline s_html = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    // Plain text needs no extensions, and raw HTML never leaves as markup.
    private static readonly MarkdownPipeline s_text = new MarkdownPipelineBuilder().DisableHtml().Build();

    private static readonly string[] s_schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel"];

    /// <summary>Renders Markdown as HTML that is safe to show whoever wrote it.</summary>
    /// <param name="markdown">The Markdown. What is nested too deep to be read is shown as it stands.</param>
    /// <param name="headingShift">By how much headings are lowered: a page has its own first heading. 0 to 5.</param>
    /// <returns>A fragment of HTML for the body of a page.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Headings are shifted out of their range.</exception>
    public static string ToHtml(string markdown, int headingShift = 1)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentOutOfRangeException.ThrowIfNegative(headingShift);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(headingShift, 5);
        try
        {
            var document = Markdown.Parse(markdown, s_html);

            // A list first: the tree changes while it is walked.
            foreach (var node in document.Descendants().ToList())
            {
                MakeSafe(node, headingShift);
            }

            return document.ToHtml(s_html);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what is nested too deep.
            return $"<pre>{HtmlEncoder.Default.Encode(markdown)}</pre>\n";
        }
    }

    /// <summary>Renders Markdown as plain text on one line, for snippets and lists. It is not encoded.</summary>
    /// <param name="markdown">The Markdown.</param>
    /// <returns>The text.</returns>
    public static string ToText(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        try
        {
            return OneLine(Markdown.ToPlainText(markdown, s_text));
        }
        catch (ArgumentException)
        {
            return OneLine(markdown);
        }
    }

    private static void MakeSafe(MarkdownObject node, int headingShift)
    {
        switch (node)
        {
            case HeadingBlock heading:
                heading.Level = Math.Min(heading.Level + headingShift, 6);
                break;
            case LinkInline { IsImage: true } image:
                image.ReplaceBy(new LiteralInline(PlainText(image)));
                break;
            case LinkInline link when IsAllowed(link.Url):
                link.GetAttributes().AddProperty("rel", "nofollow noopener noreferrer");
                break;
            case LinkInline link:
                link.ReplaceBy(new LiteralInline(PlainText(link)));
                break;
            case AutolinkInline { IsEmail: false } address when !IsAllowed(address.Url):
                address.ReplaceBy(new LiteralInline(address.Url));
                break;
        }
    }

    private static bool IsAllowed(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme, StringComparer.Ordinal);

    private static string PlainText(ContainerInline inline) => string.Concat(inline.Descendants().Select(d => d switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => string.Empty,
    }));

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
