using Crm.Domain.Customers;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages.Customers;

/// <summary>All about one customer on one page.</summary>
public sealed class DetailsModel(CustomerOverviews overviews) : PageModel
{
    private const int TimelineRows = 15;

    public CustomerOverview View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, string? before, CancellationToken cancellationToken)
    {
        if (!CustomerId.TryParse(id, null, out var customerId)
            || await overviews.FindAsync(customerId, new OverviewCriteria { Timeline = new PageRequest { Take = TimelineRows, After = PageKey.TryParse(before) } }, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        View = found;
        return Page();
    }
}
