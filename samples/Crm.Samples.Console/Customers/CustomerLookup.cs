using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Hosting;

namespace Crm.Samples.Console.Customers;

/// <summary>Finds the one customer that a key stands for: an id, an identity elsewhere, an e-mail address, a number, or a name that is unique.</summary>
internal static class CustomerLookup
{
    public const string Keys = "An id, a reference (\"4711\" or \"shop:4711\"), an e-mail address, a telephone number, or a unique part of a name.";

    public static async Task<Customer> CustomerAsync(this CrmSession session, string key, CancellationToken cancellationToken)
    {
        var found = CustomerId.TryParse(key, null, out var id) ? await session.Customers.FindAsync(id, cancellationToken)
            : await ByReferenceAsync(session, key, cancellationToken)
                ?? await OnlyAsync(session, key, new CustomerCriteria { Key = key }, cancellationToken)
                ?? await OnlyAsync(session, key, new CustomerCriteria { Text = key }, cancellationToken);
        return found.OrFail(session.Errors.CustomerNotFound(key));
    }

    private static async Task<Customer?> ByReferenceAsync(CrmSession session, string key, CancellationToken cancellationToken) =>
        key.Split(':', 2) is [{ Length: > 0 and <= ExternalReference.MaxSystemLength } system, { Length: > 0 and <= ExternalReference.MaxValueLength } value]
            ? await session.Customers.FindAsync(new ExternalReference(system, value), cancellationToken)
            : null;

    private static async Task<Customer?> OnlyAsync(CrmSession session, string key, CustomerCriteria criteria, CancellationToken cancellationToken)
    {
        var page = await session.Customers.ListAsync(criteria, new PageRequest { Take = 4 }, cancellationToken);
        return page.Items switch
        {
            [] => null,
            [var only] => await session.Customers.FindAsync(only.Id, cancellationToken),
            var several => throw CommandFailure.Refused(
                "CustomerAmbiguous",
                $"{key} may be {string.Join(", ", several.Take(3).Select(c => $"{c.DisplayName} ({c.Id})"))}{(several.Count > 3 ? " or others" : "")}.",
                "customer"),
        };
    }
}
