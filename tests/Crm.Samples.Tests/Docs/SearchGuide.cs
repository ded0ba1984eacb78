using Crm.Domain.Customers;
using Crm.Domain.Overview;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Samples.Tests.Docs;

/// <summary>The code of docs/guides/searching-customers.md.</summary>
public static class SearchGuide
{
    public static async Task<CustomerOverview?> FindAsync(CustomerDirectory customers, CustomerOverviews overviews)
    {
        // docs: customer-search
        var page = await customers.ListAsync(new CustomerCriteria { Text = "ross 02 1234" });
        var overview = await overviews.FindAsync(page.Items[0].Id);
        // docs: end
        return overview;
    }

    public static async Task<CustomerKeysRebuilt> RebuildAsync(CustomerKeys keys)
    {
        // docs: customer-key-rebuild
        var rebuilt = (await keys.RebuildAsync()).Value;   // Customers looked at, and how many of them Changed
        // docs: end
        return rebuilt;
    }
}

// docs: customer-key-kind
/// <summary>Finds the customers of one street.</summary>
public sealed class StreetKeys : ICustomerKeyKind
{
    public string Name => "street";

    public IEnumerable<string> KeysOf(Customer customer) =>
        customer.Addresses.Select(a => $"{a.Address.City} {a.Address.Line1}").Select(ComparisonKey.Compact);
}
// docs: end
