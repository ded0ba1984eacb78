using Crm.Samples.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages.Help;

/// <summary>Searches the articles that the visitor may read: a guest's are the public ones.</summary>
[AllowAnonymous]
public sealed class IndexModel(HelpCentre help) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<HelpEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Q = string.IsNullOrWhiteSpace(Q) ? null : Q.Trim()[..Math.Min(Q.Trim().Length, 200)];
        Entries = Q is null ? await help.NewestAsync(20, cancellationToken) : await help.SearchAsync(Q, cancellationToken);
    }
}
