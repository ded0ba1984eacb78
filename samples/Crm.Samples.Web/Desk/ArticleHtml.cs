using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.AspNetCore.Html;

namespace Crm.Samples.Web.Desk;

/// <summary>
/// Turns an article's Markdown into HTML that is safe to show: raw HTML stays text, and a link goes to http, https, mailto or
/// tel, or is no link. Extensions that let an author set attributes are left out on purpose.
/// </summary>
public static class ArticleHtml
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    private static readonly string[] s_schemes = [Uri.UriSchemeHttp, Uri.UriSchemeHttps, Uri.UriSchemeMailto, "tel"];

    public static IHtmlContent Of(string markdown)
    {
        var document = Markdown.Parse(markdown, s_pipeline);

        // A list first: the tree changes while it is walked.
        foreach (var node in document.Descendants().ToList())
        {
            switch (node)
            {
                // The page has its one first heading, the title.
                case HeadingBlock heading:
                    heading.Level = Math.Min(heading.Level + 1, 6);
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

        return new HtmlString(document.ToHtml(s_pipeline));
    }

    private static bool IsAllowed(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && s_schemes.Contains(uri.Scheme, StringComparer.Ordinal);

    private static string PlainText(ContainerInline inline) => string.Concat(inline.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
