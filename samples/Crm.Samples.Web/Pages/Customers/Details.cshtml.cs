using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Samples.Web.Desk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages.Customers;

/// <summary>All about one customer on one page.</summary>
public sealed class DetailsModel(UnifiedView views) : PageModel
{
    public CustomerView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? before, CancellationToken cancellationToken)
    {
        if (!CustomerId.TryParse(id, null, out var customerId)
            || await views.FindAsync(customerId, PageKey.TryParse(before), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        View = found;
        return Page();
    }
}
