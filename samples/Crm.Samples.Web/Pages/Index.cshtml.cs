using Crm.Samples.Web.Desk;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages;

/// <summary>The front page: the help centre, for everybody.</summary>
[AllowAnonymous]
public sealed class IndexModel(HelpCentre help) : PageModel
{
    public IReadOnlyList<HelpEntry> Articles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Articles = await help.NewestAsync(6, cancellationToken);
}
