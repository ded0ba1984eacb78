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

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!KnowledgeItemId.TryParse(id, null, out var itemId) || await search.ReadAsync(itemId, cancellationToken: cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Article = found;
        Body = new HtmlString(KnowledgeMarkup.ToHtml(found.Body));
        return Page();
    }
}
