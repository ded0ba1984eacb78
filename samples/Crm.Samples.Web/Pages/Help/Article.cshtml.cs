using Crm.Domain.Knowledge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages.Help;

/// <summary>One article. What the visitor may not read is not there.</summary>
[AllowAnonymous]
public sealed class ArticleModel(KnowledgeSearch search) : PageModel
{
    public KnowledgeArticle Article { get; private set; } = null!;

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    /// <summary>What stands around the article, under headings, as far as the visitor may read it.</summary>
    public IEnumerable<(string Heading, IReadOnlyList<KnowledgeSummary> Others)> Around =>
        new[] { ("In this manual", Article.Parts), ("See also", Article.Related), ("In other languages", Article.Translations) }.Where(a => a.Item2.Count > 0);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!KnowledgeItemId.TryParse(id, null, out var itemId) || await search.ReadAsync(itemId, cancellationToken: cancellationToken) is not { } found)
        {
            return NotFound();
        }

        // Whoever has an old address goes on to the article that says it better now.
        if (found.RedirectedFrom is not null)
        {
            return RedirectToPagePermanent("/Help/Article", new { id = found.Id });
        }

        Article = found;
        Body = new HtmlString(KnowledgeMarkup.ToHtml(found.Body));
        return Page();
    }
}
