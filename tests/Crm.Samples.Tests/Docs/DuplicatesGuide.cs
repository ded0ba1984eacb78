using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/duplicates.md.</summary>
internal static class DuplicatesGuide
{
    // docs: duplicates-match
    /// <summary>The pairs among records of any source, likeliest first.</summary>
    public static IEnumerable<string> Pairs(IReadOnlyList<DuplicateRecord> records)
    {
        var found = new DuplicateMatcher().FindWithin(records);
        return found.Pairs.Select(p =>
            $"{records[p.Left].Id} and {records[p.Right].Id}: {p.Score:P1}, {p.Tier}, {string.Join(", ", p.Reasons.Select(r => $"{r.Field} {r.Level}"))}");
    }
    // docs: end

    // docs: duplicates-register
    /// <summary>Records a customer unless somebody like it is there; the caller decides.</summary>
    public static async Task<CrmResult<Customer>> RegisterAsync(
        CustomerDirectory directory, NewCustomer customer, Func<IReadOnlyList<CrmError>, bool> isSomebodyElse)
    {
        var registered = await directory.RefusingDuplicates.RegisterAsync(customer);
        return registered.Succeeded || !registered.Errors.All(e => e.Code is "DuplicateFound" or "DuplicateHidden")
            ? registered
            : isSomebodyElse(registered.Errors)   // the target of each DuplicateFound is the id of the candidate
                ? await directory.AllowingDuplicates.RegisterAsync(customer)
                : registered;
    }
    // docs: end

    // docs: duplicates-options
    public static void Configure(IServiceCollection services) => services.AddCrm(crm =>
    {
        crm.Duplicates.Refuse = true;
        crm.Duplicates.Rules = DuplicateRules.Parse("""{ "review": 0.5, "fields": { "street2": { "use": false } } }""").Value;
    });
    // docs: end

    // docs: duplicates-scan
    /// <summary>Goes through all customers, or on where the last scan was stopped, and lists what is for review.</summary>
    public static async Task<IReadOnlyList<DuplicatePairSummary>> ScanAsync(DuplicateScanner scanner, CancellationToken cancellationToken)
    {
        await scanner.ScanAsync(cancellationToken: cancellationToken);   // saves by itself, batch by batch
        return (await scanner.ListAsync(cancellationToken: cancellationToken)).Items;
    }
    // docs: end
}
