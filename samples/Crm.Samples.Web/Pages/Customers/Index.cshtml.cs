using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Crm.Samples.Web.Pages.Customers;

/// <summary>Finds customers. Pages continue by key, so that a customer who registers meanwhile neither repeats nor hides a row.</summary>
public sealed class IndexModel(CustomerDirectory customers) : PageModel
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Page<CustomerSummary> Found { get; private set; } = new([], null);

    public async Task OnGetAsync(CancellationToken cancellationToken) => Found = await customers.ListAsync(
        new CustomerCriteria { Text = Q },
        new PageRequest { Take = PageSize, After = PageKey.TryParse(After) },
        cancellationToken);
}
